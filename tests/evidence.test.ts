import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countsIn, evidenceLine, stateOfEvidence, writeEvidence } from '../tools/evidence.js';
import { proofNamed, proofs } from './deep/proofs.js';

const proof = { name: 'sums', sources: ['src/lib/stats', 'data'], seed: 7 };
let root: string;
const write = (name: string, text: string) => {
	writeFileSync(join(root, name), text);
};

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'evidence-'));
	for (const folder of ['src/lib/stats', 'src/lib/ui', 'data', 'tests/deep']) {
		mkdirSync(join(root, folder), { recursive: true });
	}
	write('src/lib/stats/sum.ts', 'one');
	write('tests/deep/sums.deep.ts', 'proof');
});
afterEach(() => {
	rmSync(root, { recursive: true });
});

test('evidence is missing, then fresh, and says so in one line', () => {
	expect(stateOfEvidence(proof, root)).toBe('missing');
	expect(evidenceLine([proof], root)).toMatch(/^Evidence: missing: sums\./);
	writeEvidence(proof, { sums: 3 }, 12, root);
	expect(stateOfEvidence(proof, root)).toBe('fresh');
	expect(evidenceLine([proof], root)).toBe('Evidence: all 1 proofs are fresh.');
});

test.each<[string, () => void]>([
	['a judged source has changed', () => write('src/lib/stats/sum.ts', 'two')],
	['a judged source is new', () => write('data/cases.csv', 'id')],
	['a judged source has gone', () => rmSync(join(root, 'src/lib/stats/sum.ts'))],
	['the proof itself has changed', () => write('tests/deep/sums.deep.ts', 'another')]
])('evidence is stale when %s', (_, change) => {
	writeEvidence(proof, { sums: 3 }, 12, root);
	change();
	expect(stateOfEvidence(proof, root)).toBe('stale');
	expect(evidenceLine([proof], root)).toMatch(/^Evidence: stale: sums\./);
	writeEvidence(proof, { sums: 3 }, 12, root);
	expect(stateOfEvidence(proof, root)).toBe('fresh');
});

test('evidence of another seed is stale', () => {
	writeEvidence(proof, { sums: 3 }, 12, root);
	expect(stateOfEvidence({ ...proof, seed: 8 }, root)).toBe('stale');
});

test('a test beside a source, or a source that is not judged, changes nothing', () => {
	writeEvidence(proof, { sums: 3 }, 12, root);
	write('src/lib/stats/sum.test.ts', 'a test');
	write('src/lib/ui/card.ts', 'a card');
	expect(stateOfEvidence(proof, root)).toBe('fresh');
});

test('the counts of all tests of a proof are added up', () => {
	const counts = (views: number) => [{ type: 'counts', description: JSON.stringify({ views }) }];
	const report = {
		suites: [
			{
				specs: [{ tests: [{ annotations: counts(5) }] }],
				suites: [{ specs: [{ tests: [{ annotations: [{ type: 'other' }, ...counts(7)] }] }] }]
			}
		]
	};
	expect(countsIn(report)).toEqual({ views: 12 });
});

test('every long proof is in the list, and every one of the list is there', () => {
	const files = readdirSync('tests/deep').filter((name) => name.endsWith('.deep.ts'));
	expect(proofs.map(({ name }) => `${name}.deep.ts`).sort()).toEqual(files.sort());
	for (const { sources } of proofs)
		for (const path of sources) expect(existsSync(path), path).toBe(true);
	expect(() => proofNamed('none')).toThrow('There is no long proof named none.');
});
