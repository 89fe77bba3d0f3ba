import type { BookCity } from './book-city.ts';
import { departments } from './departments.ts';
import { placesOf } from './places.ts';
import { zone } from './zone.ts';

export const unitColumns = [
	'code',
	'name_zh',
	'name_en',
	'kind',
	'area',
	'lead_post_zh',
	'lead_post_en',
	'staff_post_zh',
	'staff_post_en'
] as const;

export type UnitRow = Record<(typeof unitColumns)[number], string>;

/** Who signs for what: the county-level areas, the zone, the departments of the city. Posts, never persons. */
export function unitsOf(city: BookCity): UnitRow[] {
	const counties = placesOf(city).counties.map(({ code, name }): UnitRow => {
		const isDistrict = name.zh.endsWith('区');
		return {
			code,
			name_zh: name.zh,
			name_en: name.en,
			kind: 'county',
			area: code,
			lead_post_zh: isDistrict ? '区委政法委书记' : '县委政法委书记',
			lead_post_en: 'Secretary, Political and Legal Affairs Committee',
			staff_post_zh: isDistrict ? '区综治办专职副主任' : '县综治办专职副主任',
			staff_post_en: 'Full-time deputy director, Comprehensive Governance Office'
		};
	});
	const members = departments.map(({ code, name, lead, staff }): UnitRow => ({
		code,
		name_zh: name.zh,
		name_en: name.en,
		kind: 'department',
		area: '',
		lead_post_zh: lead.zh,
		lead_post_en: lead.en,
		staff_post_zh: staff.zh,
		staff_post_en: staff.en
	}));
	return [...counties, zoneUnit, ...members];
}

const zoneUnit: UnitRow = {
	code: zone.code,
	name_zh: zone.name.zh,
	name_en: zone.name.en,
	kind: 'zone',
	area: '',
	lead_post_zh: '党工委副书记',
	lead_post_en: 'Deputy secretary, Party Working Committee',
	staff_post_zh: '综治办主任',
	staff_post_en: 'Director, Comprehensive Governance Office'
};
