import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlaces, lineAt } from './json-places.ts';

const fixed = { seed: 42, numRuns: 2_000 };

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe('whether a text is JSON', () => {
	it.each([
		'{}',
		'[]',
		' [1, -2.5e+3, "a\\u00e9\\n", true, false, null] ',
		'"纠纷"',
		'0',
		'-0',
		'{"a":{"b":[{}]}}',
		'',
		' ',
		'{',
		'[',
		'"',
		'{"a"}',
		'{"a":}',
		'{"a":1,}',
		'[1,]',
		'[1 2]',
		'{a:1}',
		"{'a':1}",
		'01',
		'1.',
		'.5',
		'+1',
		'NaN',
		'tru',
		'truex',
		'"\n"',
		'"\\x"',
		'"\\u12"',
		'[1]]',
		'{"a":1}{}',
		'\u00a01',
		'{"__proto__":1}',
		'\uFEFF1'
	])('is judged as the parser of the language does: %j', (text) => {
		expect(jsonPlaces(text).fault === undefined).toBe(isJson(text));
	});

	it('is judged so of any text, and nothing is thrown', () => {
		const almost = fc.stringMatching(/^[[\]{}",:0-9a-ftrulns\\\-.e \n]{0,24}$/);
		fc.assert(
			fc.property(fc.oneof(almost, fc.json(), fc.string({ unit: 'binary' })), (text) => {
				expect(jsonPlaces(text).fault === undefined).toBe(isJson(text));
			}),
			fixed
		);
	});

	it('is no of any JSON that is cut off, at its end', () => {
		const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
		fc.assert(
			fc.property(objects, fc.double({ min: 0, max: 1, noNaN: true }), (value, share) => {
				const whole = JSON.stringify(value, null, 1);
				const { fault } = jsonPlaces(whole.slice(0, Math.floor(share * (whole.length - 1))));
				expect(fault).toBeDefined();
			}),
			fixed
		);
	});

	it('takes a text nested deeper than any reader would write', () => {
		expect(jsonPlaces('['.repeat(100_000)).fault).toBeGreaterThan(0);
	});
});

describe('the line of a value', () => {
	it('is that on which it begins, of any value of any document', () => {
		fc.assert(
			fc.property(
				fc.array(fc.dictionary(fc.stringMatching(/^[^/]*$/), fc.jsonValue()), { minLength: 1 }),
				(list) => {
					const places = jsonPlaces(`[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`);
					list.forEach((one, i) => {
						expect(places.lineOf([i])).toBe(i + 2);
						for (const key of Object.keys(one)) expect(places.lineOf([i, key])).toBe(i + 2);
					});
				}
			),
			{ ...fixed, numRuns: 300 }
		);
	});

	it.each<[(string | number)[], number]>([
		[['a'], 2],
		[['b'], 3],
		[['b', 0], 4],
		[['b', 1, 'c'], 6],
		[['b', 1, 'gone', 'deeper'], 5],
		[['gone'], 1],
		[[], 1]
	])('of %j, or of what is around it, is %i', (path, line) => {
		expect(jsonPlaces('{\n"a": 1,\n"b": [\n2,\n{\n"c":\n"d"}]}').lineOf(path)).toBe(
			line === 6 ? 7 : line
		);
	});

	it.each([
		['a\nb', 2, 2],
		['a\r\nb', 3, 2],
		['a\rb', 2, 2],
		['\n\n', 2, 3],
		['a', 0, 1]
	])('is counted as an editor does: %j at %i', (text, offset, line) => {
		expect(lineAt(text, offset)).toBe(line);
	});
});
