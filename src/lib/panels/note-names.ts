import { m } from '#lib/i18n/messages/messages.js';

const NAMES: Readonly<Record<string, () => string>> = {
	area_stated: m.note_area_stated,
	area_from_point: m.note_area_from_point,
	area_unknown: m.note_area_unknown,
	default_point: m.note_default_point,
	closed_before_opened: m.note_closed_before_opened,
	outside_period: m.note_outside_period
};

/** What was noted about rows, in words; a note that has none yet, by its own name. */
export function noteName(note: string): string {
	return NAMES[note]?.() ?? note;
}
