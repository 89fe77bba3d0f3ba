import { isLocale, locales, overwriteGetLocale, type Locale } from './messages/runtime.js';

/**
 * The language of the interface. Messages ask for it each time they are shown, so that a change
 * re-renders what it touches and nothing is reloaded.
 */
class Language {
	#current = $state<Locale>('zh-CN');

	constructor() {
		overwriteGetLocale(() => this.#current);
	}

	get current(): Locale {
		return this.#current;
	}

	get other(): Locale {
		return locales.find((locale) => locale !== this.#current) ?? this.#current;
	}

	/** Takes a language from a link or a stored choice; anything else leaves it as it is. */
	choose(locale: string | null): void {
		if (isLocale(locale)) this.#current = locale;
	}
}

export const language = new Language();
