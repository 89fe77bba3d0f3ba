import { describe, expect, it } from 'vitest';
import { hatchTile } from './hatch.ts';

type Tile = ReturnType<typeof hatchTile>;

const pixel = ({ width, data }: Tile, x: number, y: number): number[] => [
	...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)
];

const line = '#102030';
const ground = '#f0e0d0';
const tile = hatchTile(line, ground);

describe('the hatching of "too few to judge"', () => {
	it.each([8, 16, 32])('is a square of %d pixels, four bytes each, nowhere transparent', (size) => {
		const made = hatchTile(line, ground, size);
		expect([made.width, made.height]).toEqual([size, size]);
		expect(made.data).toHaveLength(size * size * 4);
		expect(made.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
	});

	it('is 16 pixels wide unless told', () => {
		expect(tile.width).toBe(16);
	});

	it('holds both colours as they are', () => {
		const seen = new Set<string>();
		for (let y = 0; y < 16; y++) for (let x = 0; x < 16; x++) seen.add(pixel(tile, x, y).join());
		expect(seen).toContain('16,32,48,255');
		expect(seen).toContain('240,224,208,255');
	});

	it('has only colours between the two', () => {
		for (let i = 0; i < tile.data.length; i += 4) {
			const [red, green, blue] = tile.data.subarray(i, i + 3);
			expect(red).toBeGreaterThanOrEqual(0x10);
			expect(red).toBeLessThanOrEqual(0xf0);
			expect(green).toBeGreaterThanOrEqual(0x20);
			expect(green).toBeLessThanOrEqual(0xe0);
			expect(blue).toBeGreaterThanOrEqual(0x30);
			expect(blue).toBeLessThanOrEqual(0xd0);
		}
	});

	it.each([8, 16, 32])(
		'runs along the diagonal over its edges without a seam, at %d pixels',
		(size) => {
			const made = hatchTile(line, ground, size);
			const breaks: string[] = [];
			for (let y = 0; y < size; y++) {
				for (let x = 0; x < size; x++) {
					// One to the right and one up, coming in again on the other side of the tile.
					const next = pixel(made, (x + 1) % size, (y + size - 1) % size);
					if (pixel(made, x, y).join() !== next.join()) breaks.push(`${x},${y}`);
				}
			}
			expect(breaks).toEqual([]);
		}
	);

	it.each([8, 16, 32])(
		'has two lines across a tile of %d pixels, as far apart as can be',
		(size) => {
			const made = hatchTile(line, ground, size);
			const onLine = Array.from({ length: size }, (_, x) => pixel(made, x, 0)).flatMap(
				([red], x) => (red === 0x10 ? [x] : [])
			);
			expect(onLine).toHaveLength(2);
			expect((onLine[1] ?? NaN) - (onLine[0] ?? NaN)).toBe(size / 2);
		}
	);

	it('leaves more ground than line', () => {
		const dark = tile.data.filter((value, i) => i % 4 === 0 && value < 0x80).length;
		expect(dark).toBeGreaterThan(0);
		expect(dark).toBeLessThan((16 * 16) / 2);
	});

	it('of one colour is plain', () => {
		const plain = hatchTile(ground, ground);
		for (let i = 0; i < plain.data.length; i += 4) {
			expect([...plain.data.subarray(i, i + 4)]).toEqual([240, 224, 208, 255]);
		}
	});
});
