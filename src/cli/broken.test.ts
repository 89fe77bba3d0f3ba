import { expect, it } from 'vitest';
import { AppError } from '#lib/domain/errors.ts';
import { brokenOf } from './broken.ts';

const system = (code: string): Error =>
	Object.assign(new Error(`${code}: no`), { code, path: '/data/x' });

it.each<[string, unknown, string, RegExp]>([
	['a full disk', system('ENOSPC'), 'ENOSPC', /磁盘已满.*\/data\/x/],
	['a folder that may not be written', system('EACCES'), 'EACCES', /没有权限.*\/data\/x/],
	['a file where a folder should be', system('ENOTDIR'), 'ENOTDIR', /\/data\/x 不能用/],
	['another word of the system', system('EMFILE'), 'EMFILE', /程序出错（EMFILE）/],
	[
		'an error of ours',
		new AppError('load-failed', 'The table cannot be loaded.'),
		'load-failed',
		/程序出错（load-failed）/
	],
	[
		'an error of the language',
		new TypeError('x is undefined'),
		'TypeError',
		/程序出错（TypeError）/
	],
	['no error at all', 'oh', 'string', /程序出错（string）/],
	[
		'a code that would act on a screen',
		Object.assign(new Error(), { code: '\u001b[2J' }),
		'␛[2J',
		/␛/
	]
])('%s is one sentence with a code', (_, error, code, sentence) => {
	const broken = brokenOf(error);
	expect(broken.code).toBe(code);
	expect(broken.sentence).toMatch(sentence);
	expect(broken.sentence).not.toContain('\n');
});
