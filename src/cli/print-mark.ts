import { m } from '#lib/i18n/messages/messages.js';

/** What is printed of invented data begins with the words that every page of them bears. */
export function printMark({ synthetic }: { readonly synthetic: boolean }): void {
	if (synthetic) console.log(m.demo_mark());
}
