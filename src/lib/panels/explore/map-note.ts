import type { Reading } from '#lib/cube/reading.ts';
import type { Cut } from '#lib/domain/cut.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { classesName } from './measure-names.ts';

/** What a legend must say of its colours where they are not quantiles of what was counted; undefined where they are. */
export function mapNote({ areas, indicator, isEstimate }: Reading, cut: Cut): string | undefined {
	const isSmoothable = indicator.kind === 'rate' || indicator.kind === 'share';
	const isSmoothed = areas.some(({ raw }) => raw !== undefined);
	const notes = [
		...(cut.classes === undefined
			? []
			: [
					cut.classes === 'eb' && !isSmoothable
						? m.classes_eb_none()
						: m.classes_note({ how: classesName(cut.classes) })
				]),
		...(isSmoothed ? [m.measure_smooth_note()] : []),
		...(cut.smooth !== undefined && !isSmoothable ? [m.smooth_none_short()] : []),
		...(isEstimate ? [m.measure_estimate()] : [])
	];
	return notes.length > 0 ? notes.join(' · ') : undefined;
}
