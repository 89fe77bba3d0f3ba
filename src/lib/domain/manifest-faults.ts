import type { RejectionReason } from './errors.ts';
import type { Manifest } from './manifest.ts';
import { columnsRead } from './mapping.ts';

/** Where a field stands: names and positions from the root of the JSON file inwards. */
export type FieldPath = readonly (string | number)[];

/** Something wrong in the manifest that no single field shows. */
export interface ManifestFault {
	readonly path: FieldPath;
	readonly value: string;
	readonly reason: RejectionReason;
	/** The names to choose from, where there are any. */
	readonly expected?: string;
}

/**
 * What contradicts itself in a manifest whose every field is sound: ids that one part names and another should
 * define, ids that stand twice, a coded column without its list or a list without its column, a column that is
 * refused at the door and named elsewhere, a period that ends before it begins.
 */
export function manifestFaults(manifest: Manifest): ManifestFault[] {
	const { tallies, indicators, codeLists, origins, opening, period } = manifest;
	const faults: ManifestFault[] = [];
	const need = (known: Iterable<string>, value: string, ...path: FieldPath): void => {
		const names = [...known];
		if (names.includes(value)) return;
		faults.push({ path, value, reason: 'field-name-unknown', expected: names.join(', ') });
	};
	const unique = (field: 'tallies' | 'indicators' | 'levels' | 'context'): string[] => {
		const ids = (manifest[field] ?? []).map(({ id }) => id);
		ids.forEach((value, i) => {
			if (ids.indexOf(value) === i) return;
			faults.push({ path: [field, i, 'id'], value, reason: 'field-duplicate' });
		});
		return ids;
	};
	const tallyIds = unique('tallies');
	const indicatorIds = unique('indicators');
	const levelIds = unique('levels');
	unique('context');
	const lists = Object.keys(codeLists);

	tallies.forEach(({ where }, i) => {
		for (const column of Object.keys(where)) need(lists, column, 'tallies', i, 'where');
	});
	indicators.forEach((indicator, i) => {
		need(tallyIds, indicator.numerator, 'indicators', i, 'numerator');
		if (indicator.kind !== 'share') return;
		need(tallyIds, indicator.denominator, 'indicators', i, 'denominator');
	});
	for (const column of Object.keys(manifest.cases.codes)) need(lists, column, 'cases', 'codes');
	for (const [list, { file, codes }] of Object.entries(codeLists)) {
		need(Object.keys(manifest.cases.codes), list, 'codeLists');
		if (file !== undefined || codes !== undefined) continue;
		faults.push({
			path: ['codeLists', list],
			value: '{}',
			reason: 'field-shape',
			expected: 'file / codes'
		});
	}
	if (origins) {
		const { column, applied, discovered, campaign } = origins;
		need(lists, column, 'origins', 'column');
		if (campaign !== undefined) need(lists, campaign, 'origins', 'campaign');
		// A list in a file of its own is not read here: a code that it lacks is no case's, and is passed over.
		const known = codeLists[column]?.codes?.map(({ code }) => code);
		for (const [field, codes] of Object.entries({ applied, discovered })) {
			for (const code of known ? codes : []) need(known ?? [], code, 'origins', field);
		}
	}
	faults.push(...namesTwice(manifest));
	const refused = new Set(manifest.cases.refused.map(plainName));
	for (const { field, column } of columnsRead(manifest.cases)) {
		if (!refused.has(plainName(column))) continue;
		faults.push({ path: field.split('.'), value: column, reason: 'field-refused' });
	}
	need(levelIds, opening.level, 'opening', 'level');
	need(indicatorIds, opening.indicator, 'opening', 'indicator');
	opening.headline.forEach((id) => need(indicatorIds, id, 'opening', 'headline'));
	for (const [name, { from, to }] of Object.entries({ period, opening })) {
		if (from <= to) continue;
		faults.push({ path: [name], value: `${from} – ${to}`, reason: 'field-period' });
	}
	return faults;
}

/** Columns that every table of cases has or may have: no further one may take their names. */
const CASE_COLUMNS = [
	'area',
	'opened_on',
	'due_on',
	'closed_on',
	'people',
	'closed_before_opened',
	'lon',
	'lat'
] as const;

/** Further columns of the cases whose name another column has already. */
function namesTwice({ cases }: Manifest): ManifestFault[] {
	const taken = new Set<string>([...CASE_COLUMNS, ...Object.keys(cases.codes)]);
	const { dates = {}, numbers = {} } = cases;
	return Object.entries({ dates, numbers }).flatMap(([kind, fields]) =>
		Object.keys(fields).flatMap((value): ManifestFault[] => {
			if (!taken.has(value)) {
				taken.add(value);
				return [];
			}
			return [{ path: ['cases', kind, value], value, reason: 'field-duplicate' }];
		})
	);
}

/** Column names are matched without regard to case, and headers without the blanks around them. */
function plainName(column: string): string {
	return column.trim().toLowerCase();
}
