import { codeOf } from '#lib/engine/failure.ts';

/** Why there are no numbers, in the words that the reader gets. */
export type Failure =
	/** Files of the dataset did not arrive. */
	| 'data'
	/** The engine does not start here. */
	| 'engine'
	/** It was lost again and again, and has been given up. */
	| 'given-up'
	| 'memory'
	| 'too-long'
	/** The engine refused the question: our own mistake. */
	| 'refused';

const FAILURES: Readonly<Record<string, Failure>> = {
	'data-missing': 'data',
	'data-unreachable': 'data',
	'data-damaged': 'data',
	'data-format': 'data',
	'engine-start': 'engine',
	'engine-given-up': 'given-up',
	'engine-memory': 'memory',
	'query-too-long': 'too-long',
	'query-failed': 'refused',
	'load-failed': 'refused'
};

/** `otherwise` is for an error without a code, such as a fetch that the network refused. */
export function failureFor(error: unknown, otherwise: Failure): Failure {
	return FAILURES[codeOf(error) ?? ''] ?? otherwise;
}
