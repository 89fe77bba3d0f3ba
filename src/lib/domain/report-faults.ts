import type { FieldPath, ManifestFault } from './manifest-faults.ts';
import type { Count } from './report.ts';
import type { SourceManifest } from './source-manifest.ts';
import type { Column, TableSpec } from './tables/column.ts';
import { TABLES } from './tables/tables.ts';

/** Says that a value is none of the known names. */
type Need = (known: Iterable<string>, value: string | undefined, ...path: FieldPath) => void;

/** Names in a manifest's report that nothing defines: a figure that counts a misspelt column would always differ. */
export function reportFaults(manifest: SourceManifest): ManifestFault[] {
	const { report, tallies, codeLists } = manifest;
	if (!report) return [];
	const faults: ManifestFault[] = [];
	const need: Need = (known, value, ...path) => {
		const names = [...known];
		if (value === undefined || names.includes(value)) return;
		faults.push({ path, value, reason: 'field-name-unknown', expected: names.join(', ') });
	};
	if (report.from > report.to) {
		const value = `${report.from} – ${report.to}`;
		faults.push({ path: ['report'], value, reason: 'field-period' });
	}
	const ids = new Set<string>();
	report.sections.forEach(({ figures }, s) => {
		figures.forEach((figure, f) => {
			const path = ['report', 'sections', s, 'figures', f];
			if (ids.has(figure.id)) {
				faults.push({ path: [...path, 'id'], value: figure.id, reason: 'field-duplicate' });
			}
			ids.add(figure.id);
			if (!('counted' in figure)) return;
			countNames(manifest, figure.counted, [...path, 'counted'], need);
			if (figure.of === undefined || figure.of === 'not_given') return;
			countNames(manifest, figure.of, [...path, 'of'], need);
		});
	});
	const { division } = report;
	const known = tallies.map(({ id }) => id);
	need(known, division?.tally, 'report', 'division', 'tally');
	need(known, division?.minus, 'report', 'division', 'minus');
	need(Object.keys(codeLists), division?.by, 'report', 'division', 'by');
	return faults;
}

function countNames(manifest: SourceManifest, count: Count, path: FieldPath, need: Need): void {
	const levels = manifest.levels.map(({ id }) => id);
	if ('tally' in count) {
		const tallies = manifest.tallies.map(({ id }) => id);
		need(tallies, count.tally, ...path, 'tally');
		need(tallies, count.minus, ...path, 'minus');
		need(tallies, count.percentOf, ...path, 'percentOf');
		return;
	}
	if ('areas' in count) {
		need(levels, count.areas, ...path, 'areas');
		return;
	}
	const tables = manifest.tables ?? {};
	need(Object.keys(tables), count.table, ...path, 'table');
	const spec = TABLES[count.table];
	const named = namesOf(spec);
	for (const [column, values] of Object.entries(count.where)) {
		need(Object.keys(spec.columns), column, ...path, 'where');
		const choices = choicesOf(spec.columns[column]);
		if (choices) for (const value of values) need(choices, value, ...path, 'where', column);
	}
	need(named('integer', 'number'), count.sum, ...path, 'sum');
	need(named('date'), count.during, ...path, 'during');
	need(Object.keys(spec.columns), count.distinct, ...path, 'distinct');
	need('area' in spec.columns ? levels : [], count.level, ...path, 'level');
	// A table whose rows do not begin and end has no row that holds on a day.
	if (count.activeAt && !spec.active && !spec.steps) need([], 'true', ...path, 'activeAt');
}

function namesOf({ columns }: TableSpec): (...kinds: Column['kind'][]) => string[] {
	return (...kinds) =>
		Object.entries(columns).flatMap(([name, { kind }]) => (kinds.includes(kind) ? [name] : []));
}

function choicesOf(column: Column | undefined): readonly string[] | undefined {
	if (column?.kind === 'flag') return ['yes', 'no'];
	return column?.kind === 'choice' ? column.of : undefined;
}
