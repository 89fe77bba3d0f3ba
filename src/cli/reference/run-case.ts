import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { Comparison, type Difference } from './comparison.ts';
import { METHODS, NOT_YET } from './methods.ts';
import { ReferenceCaseSchema } from './reference-case.ts';

/** What became of one case. `fault`: why it could not be compared at all. */
export interface CaseResult {
	readonly id: string;
	readonly method: string | undefined;
	readonly pass: boolean;
	readonly notYet?: true;
	readonly maxError?: number;
	readonly tolerance?: unknown;
	readonly fault?: string;
	readonly unread?: readonly string[];
	readonly differences?: readonly Difference[];
}

/** Runs the case of a file. A file that is no case, and a method that nobody knows, are failures. */
export function runCase(file: string): CaseResult {
	const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));
	let id = basename(file, '.json');
	let method: string | undefined;
	try {
		const one = v.parse(ReferenceCaseSchema, read(file));
		({ id, method } = one);
		if (NOT_YET.includes(method)) return { id, method, pass: false, notYet: true };
		const compare = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
		if (!compare) return { id, method, pass: false, fault: 'unknown method' };
		const comparison = new Comparison(one.expected);
		compare(one, (name) => read(join(dirname(file), name)), comparison);
		const { pass, maxError, unread, differences } = comparison;
		const { tolerance } = one;
		return pass
			? { id, method, pass, maxError, tolerance }
			: { id, method, pass, maxError, tolerance, unread, differences };
	} catch (error) {
		const fault = error instanceof Error ? error.message : String(error);
		return { id, method, pass: false, fault };
	}
}
