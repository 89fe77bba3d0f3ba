import type { ComparedArea } from '#lib/cube/comparison.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Locale } from '#lib/domain/text.ts';
import type { Picture } from './drawing.ts';
import { gradedPicture } from './graded-picture.ts';
import type { AreaFeature } from './level-features.ts';

/** Differences by area, blue below and orange above; within chance the colour of the middle, too few hatched. */
export function differencePicture(
	dataset: Dataset,
	cut: Cut,
	areas: readonly ComparedArea[],
	levels: (level: string) => AreaFeature[],
	theme: 'light' | 'dark',
	locale: Locale,
	picked: ReadonlySet<number>
): Picture {
	const graded = areas.map(({ position, grade, state, own, other, isBeyond }) => ({
		position,
		grade,
		isFew: state === 'too_few',
		isEmpty: state === 'no_denominator',
		// Names of what is coloured come first.
		weight: own.numerator + other.numerator + (isBeyond ? 1e9 : 0)
	}));
	return gradedPicture(dataset, cut, graded, levels, theme, locale, picked);
}
