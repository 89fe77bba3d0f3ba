import { m } from '#lib/i18n/messages/messages.js';
import { isLocale, overwriteGetLocale, type Locale } from '#lib/i18n/messages/runtime.js';
import { UsageError } from './arguments.ts';

/**
 * The language that a command speaks, taken out of its arguments: `--lang`, else the first of HETU_LANG, LC_ALL,
 * LC_MESSAGES and LANG that says anything, else Chinese. `zh_CN.UTF-8` and `zh` are Chinese, `en_GB.UTF-8` is English;
 * what is neither (C, POSIX, de_DE) is Chinese. An unknown `--lang` is bad usage.
 */
export function chooseLanguage(
	args: readonly string[],
	environment: Readonly<Record<string, string | undefined>>
): string[] {
	const names = ['HETU_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];
	const said = names.map((name) => environment[name]).find((value) => value);
	speak(localeOf(said ?? '') ?? 'zh-CN');
	const rest = [...args];
	const at = rest.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	if (at < 0) return rest;
	const [option = '', next = ''] = rest.slice(at, at + 2);
	const isInline = option.includes('=');
	const value = isInline ? option.slice('--lang='.length) : next;
	const locale = localeOf(value);
	if (!locale) throw new UsageError(m.cli_language_unknown({ value }));
	speak(locale);
	rest.splice(at, isInline ? 1 : 2);
	return rest;
}

function localeOf(text: string): Locale | undefined {
	if (/^zh\b|^zh_/i.test(text)) return 'zh-CN';
	if (/^en\b|^en_/i.test(text)) return 'en';
	return isLocale(text) ? text : undefined;
}

function speak(locale: Locale): void {
	overwriteGetLocale(() => locale);
}
