import { describe, expect, it } from 'vitest';
import { guardStatements } from './guard.ts';

describe('the guard', () => {
	it('says in this order: no autoload, no autoinstall, own repository, no outside, arrays, lock', () => {
		expect(guardStatements('http://hetu.test/extensions')).toEqual([
			'SET autoload_known_extensions = false',
			'SET autoinstall_known_extensions = false',
			"SET custom_extension_repository = 'http://hetu.test/extensions'",
			'SET enable_external_access = false',
			'SET perfect_ht_threshold = 21',
			'SET lock_configuration = true'
		]);
	});

	it('quotes an address with an apostrophe in it', () => {
		expect(guardStatements("http://x/o'brien/extensions")[2]).toBe(
			"SET custom_extension_repository = 'http://x/o''brien/extensions'"
		);
	});
});
