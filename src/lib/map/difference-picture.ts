import type { ComparedArea } from '#lib/cube/comparison.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { PALETTES } from '#lib/plot/palette.ts';
import type { Picture } from './drawing.ts';
import type { AreaFeature } from './level-features.ts';

const ROOM = { top: 10, right: 10, bottom: 10, left: 10 };

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
	const { manifest } = dataset.index;
	const palette = PALETTES[theme];
	const above = manifest.levels.findIndex(({ id }) => id === cut.level) + 1;
	const context = above < manifest.levels.length - 1 ? manifest.levels[above]?.id : undefined;
	return {
		level: cut.level,
		features: levels(cut.level),
		context: context === undefined ? undefined : { level: context, features: levels(context) },
		areas: new Map(
			areas.map(({ position, grade, state }) => [
				position,
				{
					colour: grade === undefined ? undefined : grade + 3,
					few: state === 'too_few',
					empty: state === 'no_denominator',
					picked: picked.has(position)
				}
			])
		),
		labels: {
			type: 'FeatureCollection',
			features: areas.map(({ position, own, other, isBeyond }) => ({
				type: 'Feature',
				properties: {
					name: inLocale(dataset.areas.names[position] ?? { zh: '', en: '' }, locale),
					// Names of what is coloured come first.
					order: -(own.numerator + other.numerator) - (isBeyond ? 1e9 : 0)
				},
				geometry: {
					type: 'Point',
					coordinates: [dataset.areas.lon[position] ?? 0, dataset.areas.lat[position] ?? 0]
				}
			}))
		},
		land: undefined,
		palette,
		colours: palette.diverging,
		padding: () => ROOM,
		place: `${manifest.id} ${cut.area} ${cut.level}`
	};
}

/** The colour of a grade, −3 … 3. */
export function gradeColour(grade: number, theme: 'light' | 'dark'): string {
	return PALETTES[theme].diverging[grade + 3] ?? 'transparent';
}
