import { describe, expect, it } from 'vitest';
import { valueOf } from '#cli/demo-city/element-at.ts';
import { asOf } from '#cli/demo-city/books/dates.ts';
import { sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { unitsOf } from '#cli/demo-city/books/units.ts';
import { zone } from '#cli/demo-city/books/zone.ts';
import { dutiesOf } from './duties.ts';
import type { DutyRow } from './duty.ts';

const city = sampleCity();
const seeds = [1, 2, 3, 4, 5, 6];
const { duties, history } = dutiesOf(6, city);

function isClosed({ status }: DutyRow): boolean {
	return status === 'closed' || status === 'revisited';
}

describe('duties', () => {
	it('are 47, of which twelve are closed and eight past their day', () => {
		expect(new Set(duties.map(({ id }) => id)).size).toBe(47);
		expect(duties.filter(isClosed)).toHaveLength(12);
		expect(duties.filter((duty) => !isClosed(duty) && duty.due_on < asOf)).toHaveLength(8);
	});

	it('stand at every step of the flow', () => {
		expect(new Set(duties.map(({ status }) => status)).size).toBe(9);
	});

	it('name a township, and a unit with its post; some the zone', () => {
		const townships = city.areas
			.filter(({ level }) => level === 'township')
			.map(({ code }) => code);
		const units = new Map(unitsOf(city).map((unit) => [unit.code, unit]));
		for (const duty of duties) {
			const unit = valueOf(units, duty.unit);
			expect(townships).toContain(duty.area);
			expect([duty.post_zh, duty.post_en]).toEqual([unit.lead_post_zh, unit.lead_post_en]);
			if (unit.kind === 'county') expect(duty.area.slice(0, 6)).toBe(unit.area.slice(0, 6));
		}
		const kinds = duties.map(({ unit }) => valueOf(units, unit).kind);
		expect(new Set(kinds)).toEqual(new Set(['county', 'zone', 'department']));
		expect(new Set(duties.map(({ area }) => area)).size).toBeGreaterThan(25);
	});

	it('need no zone', () => {
		const homes = city.homes.map((home) => ({ ...home, inZone: false }));
		const without = dutiesOf(6, { ...city, homes }).duties;
		expect(without).toHaveLength(47);
		expect(without.filter(({ unit }) => unit === zone.code)).toEqual([]);
	});
});

describe('the history of a duty', () => {
	it('begins with the assignment and ends with the status', () => {
		for (const { id, assigned_on, status, closed_on } of duties) {
			const steps = history.filter(({ duty }) => duty === id);
			expect(steps[0]).toEqual({ duty: id, on: assigned_on, step: 'assigned' });
			expect(steps.at(-1)?.step).toBe(status);
			expect(steps.find(({ step }) => step === 'closed')?.on ?? '').toBe(closed_on);
			expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
		}
		expect(new Set(history.map(({ duty }) => duty)).size).toBe(47);
	});

	it.each(seeds)('runs in the order of time and ends by the last day, with seed %i', (seed) => {
		const drawn = dutiesOf(seed, city);
		for (const { id, assigned_on, due_on } of drawn.duties) {
			const days = drawn.history.filter(({ duty }) => duty === id).map(({ on }) => on);
			expect(days).toEqual([...days].sort());
			expect(days.filter((on) => on > asOf)).toEqual([]);
			expect(due_on > assigned_on).toBe(true);
		}
	});

	it.each(seeds)('shows what is pressed to be pressed after its day, with seed %i', (seed) => {
		const drawn = dutiesOf(seed, city);
		const pressed = drawn.duties.filter(({ status }) => status === 'supervised');
		expect(pressed).toHaveLength(5);
		for (const { id, due_on } of pressed) {
			const step = drawn.history.find((each) => each.duty === id && each.step === 'supervised');
			expect((step?.on ?? '') > due_on).toBe(true);
		}
	});
});
