import { m } from '#lib/i18n/messages/messages.js';
import type { Notice } from '#lib/state/visit.ts';

const TEXTS: Readonly<Record<Notice['field'], (input: { value: string }) => string>> = {
	d: m.notice_d,
	area: m.notice_area,
	level: m.notice_level,
	from: m.notice_from,
	to: m.notice_to,
	period: m.notice_period,
	type: m.notice_type,
	show: m.notice_show,
	sort: m.notice_sort,
	by: m.notice_by,
	pick: m.notice_pick,
	at: m.notice_at,
	classes: m.notice_classes,
	smooth: m.notice_smooth,
	against: m.notice_against,
	method: m.notice_method
};

/** What was wrong in a link, and what is shown instead. */
export function noticeTexts(notices: readonly Notice[]): string[] {
	return [...new Set(notices.map(({ field, value }) => TEXTS[field]({ value })))];
}
