import { expect, it } from 'vitest';
import { ABSENCES } from '#lib/domain/absence.ts';
import { ABSENCE_MARKS } from './absence.ts';

it('gives every kind of nothing a pattern and an icon of its own', () => {
	const marks = ABSENCES.map((kind) => ABSENCE_MARKS[kind]);
	expect(marks).toHaveLength(5);
	expect(new Set(marks.map(({ pattern }) => pattern)).size).toBe(marks.length);
	expect(new Set(marks.map(({ icon }) => icon)).size).toBe(marks.length);
});

it('draws every icon inside its square of 16', () => {
	for (const kind of ABSENCES) {
		const { icon } = ABSENCE_MARKS[kind];
		expect(icon).toMatch(/^M/);
		for (const number of icon.match(/\d+(\.\d+)?/g) ?? []) {
			expect(Number(number), kind).toBeGreaterThanOrEqual(0);
			expect(Number(number), kind).toBeLessThanOrEqual(16);
		}
	}
});
