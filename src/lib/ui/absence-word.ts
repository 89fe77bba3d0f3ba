import type { Absence } from '#lib/domain/absence.ts';
import { m } from '#lib/i18n/messages/messages.js';

const WORDS: Readonly<Record<Absence, () => string>> = {
	too_few: m.too_few,
	withheld: m.withheld,
	nil_return: m.nil_return,
	not_filed: m.not_filed,
	not_applicable: m.not_applicable
};

/** The words of the glossary, in the reader's language. */
export function absenceWord(kind: Absence): string {
	return WORDS[kind]();
}
