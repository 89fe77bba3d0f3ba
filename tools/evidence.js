// @ts-check
/** The evidence of the long proofs: what was counted, on which sources, and whether they are still the same. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fingerprint, projectRoot } from './freshness.js';

/** @typedef {import('../tests/deep/proofs.js').Proof} Proof */

const madeHere = join('src', 'lib', 'i18n', 'messages');

/** @param {string} path */
const isJudged = (path) => !path.endsWith('.test.ts') && !path.includes(madeHere);

/**
 * A proof is its file, and what it keeps beside it under its name.
 *
 * @param {string} name
 */
const isOfProof = (name) => (/** @type {string} */ path) => basename(path).startsWith(`${name}.`);

/** @param {string} name */
export const evidenceFile = (name) => `docs/evidence/${name}.json`;

/**
 * @param {Proof} proof
 * @param {string} [root]
 */
const hashesOf = ({ name, sources }, root = projectRoot) => ({
	sourcesHash: fingerprint(sources, isJudged, root),
	proofHash: fingerprint(['tests/deep'], isOfProof(name), root)
});

/**
 * @param {Proof} proof
 * @param {string} [root]
 * @returns {'fresh' | 'stale' | 'missing'}
 */
export function stateOfEvidence(proof, root = projectRoot) {
	const file = join(root, evidenceFile(proof.name));
	if (!existsSync(file)) return 'missing';
	const written = JSON.parse(readFileSync(file, 'utf8'));
	const now = hashesOf(proof, root);
	const isSame =
		written.sourcesHash === now.sourcesHash &&
		written.proofHash === now.proofHash &&
		written.seed === proof.seed;
	return isSame ? 'fresh' : 'stale';
}

/**
 * @param {Proof} proof
 * @param {Record<string, number>} counts
 * @param {number} seconds
 * @param {string} [root]
 */
export function writeEvidence(proof, counts, seconds, root = projectRoot) {
	const { name, seed, sources } = proof;
	const evidence = { name, seed, ...counts, sources, ...hashesOf(proof, root), seconds };
	const file = join(root, evidenceFile(name));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(evidence, null, '\t')}\n`);
}

/**
 * One line about all evidence, for the end of `npm test`.
 *
 * @param {readonly Proof[]} proofs
 * @param {string} [root]
 */
export function evidenceLine(proofs, root = projectRoot) {
	const named = (/** @type {string} */ state) =>
		proofs.filter((proof) => stateOfEvidence(proof, root) === state).map(({ name }) => name);
	const [stale, missing] = [named('stale'), named('missing')];
	if (stale.length + missing.length === 0)
		return `Evidence: all ${String(proofs.length)} proofs are fresh.`;
	const parts = [
		...(stale.length > 0 ? [`stale: ${stale.join(', ')}`] : []),
		...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : [])
	];
	return `Evidence: ${parts.join('; ')}. npm run test:deep -- --stale makes it again.`;
}

/**
 * What the tests of one proof counted, from the report of Playwright: the numbers of several tests are added up.
 *
 * @param {{ suites?: unknown[] }} report
 * @returns {Record<string, number>}
 */
export function countsIn(report) {
	/** @type {Record<string, number>} */
	const counts = {};
	/** @param {any} part a suite, a spec or a test of the report */
	const read = (part) => {
		for (const { type, description } of part.annotations ?? []) {
			if (type !== 'counts') continue;
			for (const [name, value] of Object.entries(JSON.parse(description))) {
				counts[name] = (counts[name] ?? 0) + Number(value);
			}
		}
		for (const inner of [...(part.suites ?? []), ...(part.specs ?? []), ...(part.tests ?? [])])
			read(inner);
	};
	read(report);
	return counts;
}
