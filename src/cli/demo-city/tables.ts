import type { Area, Home } from './areas.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { zoneCode } from './codes.ts';
import { csvOf } from './csv.ts';
import { zoneName } from './names/townships.ts';

export function areasCsv(areas: readonly Area[]): string {
	const columns = [
		'code',
		'name_zh',
		'name_en',
		'pinyin',
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
		pinyin: name.pinyin,
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

export function zonesCsv(): string {
	const zone = { code: zoneCode, name_zh: zoneName.zh, name_en: zoneName.en };
	return csvOf(['code', 'name_zh', 'name_en'] as const, [zone]);
}

/** A zone is a grouping of villages beside the levels: each of them belongs to its township all the same. */
export function zoneAreasCsv(homes: readonly Home[]): string {
	const members = homes.filter(({ inZone }) => inZone);
	return csvOf(
		['zone', 'area'] as const,
		members.map(({ code }) => ({ zone: zoneCode, area: code }))
	);
}
