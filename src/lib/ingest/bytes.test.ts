import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGzip, packed, unpacked } from './bytes.ts';

const fixed = { seed: 42 };
const contents = fc
	.uint8Array({ maxLength: 2_000 })
	.map((bytes) => new Uint8Array(bytes))
	.filter((bytes) => !isGzip(bytes));

describe('gzip', () => {
	it.each<[string, number[], boolean]>([
		['its two bytes', [0x1f, 0x8b], true],
		['one of them', [0x1f], false],
		['a text', [0x69, 0x64], false],
		['nothing', [], false]
	])('is known by its first bytes, not by a name: %s', (_, bytes, expected) => {
		expect(isGzip(new Uint8Array(bytes))).toBe(expected);
	});

	it('comes back as it was, packed by us or by another', async () => {
		await fc.assert(
			fc.asyncProperty(contents, async (bytes) => {
				const ours = await packed(bytes);
				expect(isGzip(ours)).toBe(true);
				expect(new Uint8Array(gunzipSync(ours))).toEqual(bytes);
				expect(await unpacked(ours)).toEqual(bytes);
				expect(await unpacked(new Uint8Array(gzipSync(bytes)))).toEqual(bytes);
			}),
			fixed
		);
	});

	it('that it is not passes through', async () => {
		await fc.assert(
			fc.asyncProperty(contents, async (bytes) => {
				expect(await unpacked(bytes)).toEqual(bytes);
			}),
			fixed
		);
	});

	it('gives the same bytes twice', async () => {
		const bytes = new TextEncoder().encode('id,area\n'.repeat(100));
		expect(await packed(bytes)).toEqual(await packed(bytes));
	});

	it('cut off anywhere rejects', async () => {
		const whole = await packed(new TextEncoder().encode('id,area\n1,0101\n2,0102\n'.repeat(50)));
		const cuts = fc.integer({ min: 2, max: whole.length - 1 });
		await fc.assert(
			fc.asyncProperty(cuts, async (length) => {
				await expect(unpacked(whole.slice(0, length))).rejects.toBeInstanceOf(Error);
			}),
			fixed
		);
	});

	it('with a damaged byte in it rejects', async () => {
		const whole = await packed(new TextEncoder().encode('id,area\n1,0101\n2,0102\n'.repeat(50)));
		whole[whole.length - 6] = (whole[whole.length - 6] ?? 0) ^ 0xff;
		await expect(unpacked(whole)).rejects.toBeInstanceOf(Error);
	});
});
