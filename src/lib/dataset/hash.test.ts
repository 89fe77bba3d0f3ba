import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from './hash.ts';

describe('the hash of a content', () => {
	it.each([
		['', 'e3b0c44298fc'],
		['abc', 'ba7816bf8f01']
	])('of %j is that of the standard', (text, hash) => {
		expect(contentHash(new TextEncoder().encode(text))).toBe(hash);
	});

	it("is the first twelve digits of Node's own SHA-256", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				const whole = createHash('sha256').update(bytes).digest('hex');
				expect(contentHash(bytes)).toBe(whole.slice(0, 12));
			}),
			{ seed: 42 }
		);
	});
});
