import { describe, expect, it } from 'vitest';
import { caseTypes } from '#cli/demo-city/case-types.ts';
import { departmentsFor } from './departments.ts';
import { sampleCity } from './sample-city.ts';
import { unitColumns, unitsOf } from './units.ts';

describe('units', () => {
	const units = unitsOf(sampleCity());

	it('are the county-level areas, the zone, and the departments', () => {
		const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
		expect([count('county'), count('zone'), count('department')]).toEqual([5, 1, 15]);
		expect(new Set(units.map(({ code }) => code)).size).toBe(21);
	});

	it('answer by posts; only the counties have an area', () => {
		for (const unit of units) {
			expect(unit.area).toBe(unit.kind === 'county' ? unit.code : '');
			const empty = unitColumns.filter((column) => column !== 'area' && unit[column] === '');
			expect(empty).toEqual([]);
		}
	});

	it('answer for kinds of dispute that there are', () => {
		const known = caseTypes.map(({ code }) => code);
		const answered = known.filter((type) => departmentsFor(type).length > 0);
		expect(answered).toContain('expropriation');
		expect(departmentsFor('medical').map(({ code }) => code)).toEqual(['DEP-HEALTH']);
	});
});
