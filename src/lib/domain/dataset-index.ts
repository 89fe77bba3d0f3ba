import * as v from 'valibot';
import type { PlacedAreas } from './area.ts';
import { CheckedReportSchema } from './checked-report.ts';
import { AppError } from './errors.ts';
import type { Hierarchy } from './hierarchy.ts';
import { ManifestSchema } from './manifest.ts';
import { monthSpan, type MonthSpan } from './period.ts';
import { TextSchema } from './text.ts';

const BuiltFile = v.object({ file: v.string(), bytes: v.number() });

const NodesSchema = v.object({
	codes: v.array(v.string()),
	zh: v.array(v.string()),
	en: v.array(v.string()),
	/** Position of the parent, −1 for a root. */
	parent: v.array(v.number())
});
export type Nodes = v.InferOutput<typeof NodesSchema>;

/** What became of every row of the case file: accepted + rejected + set aside = rows. */
export const AccountSchema = v.object({
	rows: v.number(),
	accepted: v.number(),
	rejected: v.number(),
	setAside: v.number(),
	/** Kept, but something about them was noted: counts by note. */
	notes: v.record(v.string(), v.number())
});
export type Account = v.InferOutput<typeof AccountSchema>;

/** `index.json` of a built dataset: the small file that a page reads first. */
export const DatasetIndexSchema = v.object({
	format: v.literal(1),
	/** Hash over everything the dataset was built from: names the version on screen. */
	version: v.string(),
	manifest: ManifestSchema,
	areas: v.object({
		...NodesSchema.entries,
		/** Syllables of each Chinese name with blanks between; a dataset of an earlier version has none. */
		pinyin: v.optional(v.array(v.string())),
		level: v.array(v.number()),
		population: v.array(v.nullable(v.number())),
		lon: v.array(v.number()),
		lat: v.array(v.number())
	}),
	codeLists: v.record(v.string(), NodesSchema),
	account: AccountSchema,
	cases: v.object({ ...BuiltFile.entries, rows: v.number() }),
	opening: BuiltFile,
	/** What Explore opens with; a dataset of an earlier version has none, and is counted when asked. */
	explore: v.optional(BuiltFile),
	boundaries: BuiltFile,
	/** The tables beside the cases in one file, and the rows of each. */
	books: v.optional(v.object({ ...BuiltFile.entries, rows: v.record(v.string(), v.number()) })),
	report: v.optional(CheckedReportSchema),
	/** Only where the dataset has any. */
	context: v.optional(BuiltFile)
});
export type DatasetIndex = v.InferOutput<typeof DatasetIndexSchema>;

/** `data/index.json`: the built datasets that a site offers. */
export const CatalogueSchema = v.object({
	format: v.literal(1),
	datasets: v.array(
		v.object({ id: v.string(), title: TextSchema, synthetic: v.boolean(), version: v.string() })
	)
});
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;

/** Everything about a dataset but its cases, in the form that the rest of the code works with. */
export interface Dataset {
	readonly index: DatasetIndex;
	readonly areas: PlacedAreas;
	readonly codes: Readonly<Record<string, Hierarchy>>;
	readonly months: MonthSpan;
}

/** Subtree ends follow from parents because parents stand before their children. */
function hierarchyOf(nodes: Nodes): Hierarchy {
	const size = nodes.codes.length;
	const parent = Int32Array.from(nodes.parent);
	const end = Int32Array.from({ length: size }, (_, i) => i + 1);
	for (let i = size - 1; i >= 0; i--) {
		const up = parent[i] ?? -1;
		if (up >= 0) end[up] = Math.max(end[up] ?? 0, end[i] ?? 0);
	}
	return {
		codes: nodes.codes,
		names: nodes.codes.map((code, i) => ({ zh: nodes.zh[i] ?? code, en: nodes.en[i] ?? code })),
		parent,
		end,
		position: new Map(nodes.codes.map((code, i) => [code, i]))
	};
}

export function datasetOf(index: DatasetIndex): Dataset {
	const months = monthSpan(index.manifest.period.from, index.manifest.period.to);
	if (!months)
		throw new AppError('dataset-period', 'The period of the dataset ends before it begins.');
	return {
		index,
		areas: {
			...hierarchyOf(index.areas),
			level: Uint8Array.from(index.areas.level),
			population: Float64Array.from(index.areas.population, (people) => people ?? NaN),
			lon: Float64Array.from(index.areas.lon),
			lat: Float64Array.from(index.areas.lat)
		},
		codes: Object.fromEntries(
			Object.entries(index.codeLists).map(([name, nodes]) => [name, hierarchyOf(nodes)])
		),
		months
	};
}

export function nodesOf(tree: Hierarchy): Nodes {
	return {
		codes: [...tree.codes],
		zh: tree.names.map((name) => name.zh),
		en: tree.names.map((name) => name.en),
		parent: [...tree.parent]
	};
}
