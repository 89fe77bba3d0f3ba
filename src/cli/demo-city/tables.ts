import type { Area } from './areas.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { csvOf } from './csv.ts';

export function areasCsv(areas: readonly Area[]): string {
	const columns = [
		'code',
		'name_zh',
		'name_en',
		'level',
		'parent',
		'population',
		'households',
		'urban_rural',
		'lon',
		'lat'
	] as const;
	const rows = areas.map(({ name, urbanRural, ...area }) => ({
		...area,
		name_zh: name.zh,
		name_en: name.en,
		urban_rural: urbanRural
	}));
	return csvOf(columns, rows);
}

export function typesCsv(): string {
	const rows = caseGroups.flatMap((group) => [
		{ ...group, parent: '' },
		...caseTypes.filter((type) => type.parent === group.code)
	]);
	return csvOf(['code', 'parent', 'zh', 'en'] as const, rows);
}
