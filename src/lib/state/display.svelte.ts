import { language } from '#lib/i18n/language.svelte.ts';

export type Theme = 'light' | 'dark';

/**
 * How things look to this reader, not what is looked at: remembered on this machine, and taken from
 * a link (`?lang=`, `?theme=`) where it names one.
 */
export class Display {
	#theme = $state<Theme>('light');

	get theme(): Theme {
		return this.#theme;
	}

	read(params: URLSearchParams): void {
		language.choose(params.get('lang') ?? remembered('lang'));
		const theme = params.get('theme') ?? remembered('theme');
		if (theme === 'light' || theme === 'dark') this.#theme = theme;
		this.#apply();
	}

	switchLanguage(): void {
		language.choose(language.other);
		remember('lang', language.current);
		this.#apply();
	}

	switchTheme(): void {
		this.#theme = this.#theme === 'light' ? 'dark' : 'light';
		remember('theme', this.#theme);
		this.#apply();
	}

	#apply(): void {
		document.documentElement.lang = language.current;
		document.documentElement.dataset['theme'] = this.#theme;
	}
}

/** Storage may be forbidden by the browser's settings: a choice is then kept for this page only. */
function remembered(key: string): string | null {
	try {
		return localStorage.getItem(`hetu:${key}`);
	} catch {
		return null;
	}
}

function remember(key: string, value: string): void {
	try {
		localStorage.setItem(`hetu:${key}`, value);
	} catch {
		// See above.
	}
}
