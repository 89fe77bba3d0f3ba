import type { Dataset } from '#lib/domain/dataset-index.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { PALETTES } from '#lib/plot/palette.ts';
import type { Picture } from './drawing.ts';
import type { AreaFeature } from './level-features.ts';

/** An area on a map of two directions. */
export interface GradedArea {
	readonly position: number;
	/** −3 … 3, blue to orange; 0 has the colour of the middle; 4 and 5 lie outside the scale. Undefined where there is none. */
	readonly grade: number | undefined;
	readonly isFew: boolean;
	readonly isEmpty: boolean;
	/** Names of those with more come first. */
	readonly weight: number;
}

const ROOM = { top: 10, right: 10, bottom: 10, left: 10 };

export function gradedPicture(
	dataset: Dataset,
	place: { readonly area: string; readonly level: string },
	areas: readonly GradedArea[],
	levels: (level: string) => AreaFeature[],
	theme: 'light' | 'dark',
	locale: Locale,
	picked: ReadonlySet<number>
): Picture {
	const { manifest } = dataset.index;
	const palette = PALETTES[theme];
	const above = manifest.levels.findIndex(({ id }) => id === place.level) + 1;
	const context = above < manifest.levels.length - 1 ? manifest.levels[above]?.id : undefined;
	return {
		level: place.level,
		features: levels(place.level),
		context: context === undefined ? undefined : { level: context, features: levels(context) },
		areas: new Map(
			areas.map(({ position, grade, isFew, isEmpty }) => [
				position,
				{
					colour: grade === undefined ? undefined : grade + 3,
					few: isFew,
					empty: isEmpty,
					picked: picked.has(position)
				}
			])
		),
		labels: {
			type: 'FeatureCollection',
			features: areas.map(({ position, weight }) => ({
				type: 'Feature',
				properties: {
					name: inLocale(dataset.areas.names[position] ?? { zh: '', en: '' }, locale),
					order: -weight
				},
				geometry: {
					type: 'Point',
					coordinates: [dataset.areas.lon[position] ?? 0, dataset.areas.lat[position] ?? 0]
				}
			}))
		},
		land: undefined,
		palette,
		colours: coloursOf(theme),
		padding: () => ROOM,
		place: `${manifest.id} ${place.area} ${place.level}`
	};
}

/** The colour of a grade, −3 … 5. */
export function gradeColour(grade: number, theme: 'light' | 'dark'): string {
	return coloursOf(theme)[grade + 3] ?? 'transparent';
}

/** Ink and grey are no part of the scale from blue to orange. */
function coloursOf(theme: 'light' | 'dark'): string[] {
	const { diverging, ink, muted } = PALETTES[theme];
	return [...diverging, ink, muted];
}
