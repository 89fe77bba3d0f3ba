import type { FeatureCollection, Point } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { classColours, PALETTES } from '#lib/plot/palette.ts';
import type { AreaReading, Reading } from '#lib/cube/reading.ts';
import type { AreaState, Picture } from './drawing.ts';
import type { Land } from './land.ts';
import { levelFeatures, type AreaFeature } from './level-features.ts';

/** Features of each level of a dataset, made from the topology once. */
export function makeLevels(dataset: Dataset, topology: Topology): (level: string) => AreaFeature[] {
	const made = new Map<string, AreaFeature[]>();
	return (level) => {
		const features = made.get(level) ?? levelFeatures(dataset, topology, level).features;
		made.set(level, features);
		return features;
	};
}

/** A reading as the map draws it; areas that a reader has picked are outlined. */
export function pictureOf(
	reading: Reading,
	levels: (level: string) => AreaFeature[],
	theme: 'light' | 'dark',
	locale: Locale,
	padding: Picture['padding'],
	land: Land | undefined,
	labels: Picture['labels'],
	picked?: ReadonlySet<number>
): Picture {
	const { manifest } = reading.dataset.index;
	const level = manifest.levels[reading.level]?.id ?? '';
	// The root is one area: its border says nothing that the map does not show.
	const above = reading.level + 1 < manifest.levels.length - 1 ? reading.level + 1 : undefined;
	const context = above === undefined ? undefined : manifest.levels[above]?.id;
	return {
		level,
		features: levels(level),
		context: context === undefined ? undefined : { level: context, features: levels(context) },
		areas: new Map(
			reading.areas.map((area) => [
				area.position,
				{ ...stateOf(area), picked: picked?.has(area.position) ?? false }
			])
		),
		labels,
		land,
		palette: PALETTES[theme],
		colours: coloursOf(reading, theme),
		padding,
		place: `${manifest.id} ${reading.view.area} ${level}`
	};
}

/** One colour for each class, low to high; none where no area can be judged. */
export function coloursOf({ areas, breaks }: Reading, theme: 'light' | 'dark'): string[] {
	const judged = areas.some(({ colour }) => colour !== undefined);
	return judged ? classColours(PALETTES[theme], breaks.length + 1) : [];
}

function stateOf({ figure, colour }: AreaReading): AreaState {
	return {
		colour,
		few: figure.state === 'too_few',
		empty: figure.state === 'no_denominator'
	};
}

/** Names at a point well inside each area; where they would overlap, places with more cases win. */
export function labelsOf({ dataset, areas }: Reading, locale: Locale): FeatureCollection<Point> {
	return {
		type: 'FeatureCollection',
		features: areas.map(({ position, figure }) => ({
			type: 'Feature',
			properties: {
				name: inLocale(dataset.areas.names[position] ?? { zh: '', en: '' }, locale),
				order: -figure.numerator
			},
			geometry: {
				type: 'Point',
				coordinates: [dataset.areas.lon[position] ?? 0, dataset.areas.lat[position] ?? 0]
			}
		}))
	};
}
