import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsThatFit, type Label } from './area-labels.ts';

const size = { width: 200, height: 100 };
const at = (text: string, x: number, y: number, order = 0): Label => ({ text, x, y, order });
const texts = (labels: readonly Label[]): string[] =>
	labelsThatFit(labels, size, 10).map(({ text }) => text);

describe('the labels that fit', () => {
	it('stand where they do not touch', () => {
		expect(texts([at('东镇', 50, 50), at('西镇', 150, 50)])).toEqual(['东镇', '西镇']);
	});

	it('give way to those that come first', () => {
		expect(texts([at('后', 100, 50, 2), at('先', 104, 50, 1)])).toEqual(['先']);
	});

	it('do not give way to one that gave way itself', () => {
		expect(texts([at('甲甲', 50, 50, 1), at('乙乙', 70, 50, 2), at('丙丙', 90, 50, 3)])).toEqual([
			'甲甲',
			'丙丙'
		]);
	});

	it.each([
		['left', 5, 50],
		['right', 195, 50],
		['top', 100, 4],
		['bottom', 100, 96]
	])('are not cut off at the %s edge', (_, x, y) => {
		expect(texts([at('城关镇', x, y)])).toEqual([]);
	});

	it('take a Chinese character for wider than a Latin letter', () => {
		const width = (text: string): number => {
			for (let x = 0; x <= 100; x++) if (texts([at(text, x, 50)]).length > 0) return 2 * (x - 3);
			return NaN;
		};
		expect(width('镇镇镇镇镇')).toBe(50);
		expect(width('aaaaa')).toBe(30);
	});

	it('are a choice of those given, in their order, none over another', () => {
		const label = fc.record({
			text: fc.constantFrom<string[]>('东河镇', '西', 'North Bay'),
			x: fc.integer({ min: 0, max: 200 }),
			y: fc.integer({ min: 0, max: 100 }),
			order: fc.integer({ min: 0, max: 5 })
		});
		fc.assert(
			fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
				const chosen = labelsThatFit(labels, size, 10);
				const areSound = chosen.every(
					(one, i) =>
						labels.includes(one) &&
						one.order >= (chosen[i - 1]?.order ?? 0) &&
						chosen
							.slice(i + 1)
							.every((other) => Math.abs(one.y - other.y) >= 12 || Math.abs(one.x - other.x) >= 12)
				);
				expect(areSound).toBe(true);
			}),
			{ seed: 42 }
		);
	});
});
