// @ts-check
/**
 * `npm run test:deep [-- name… | --stale]`: the long proofs, one after the other. Each that holds writes its evidence;
 * one that fails leaves the old evidence, which is then stale or of other sources.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofNamed, proofs } from '../tests/deep/proofs.js';
import { findChromium } from './chromium.js';
import { countsIn, evidenceFile, stateOfEvidence, writeEvidence } from './evidence.js';
import { freePort } from './free-port.js';
import { projectRoot } from './freshness.js';
import { ensureSite } from './make.js';
import { run } from './test-stages.js';

/** @param {string[]} words */
function chosen(words) {
	const names = words.filter((word) => !word.startsWith('--'));
	const wanted = names.length > 0 ? names.map(proofNamed) : proofs;
	return words.includes('--stale')
		? wanted.filter((proof) => stateOfEvidence(proof) !== 'fresh')
		: wanted;
}

/** @param {import('../tests/deep/proofs.js').Proof} proof */
async function prove(proof) {
	console.log(`\n── ${proof.name}`);
	const began = performance.now();
	const env = { CHROMIUM_PATH: findChromium(), E2E_PORT: await freePort() };
	const command = ['playwright', 'test', '--config=playwright.deep.config.ts'];
	const { isOk } = await run([...command, `tests/deep/${proof.name}.deep.ts`], { env });
	if (!isOk) {
		console.log(`   ${proof.name} does NOT hold; its evidence was not written.`);
		return false;
	}
	const seconds = Math.round((performance.now() - began) / 1000);
	const report = JSON.parse(readFileSync(join(projectRoot, '.cache/deep.json'), 'utf8'));
	writeEvidence(proof, countsIn(report), seconds);
	console.log(`   holds, in ${String(seconds)} s: ${evidenceFile(proof.name)}`);
	return true;
}

try {
	const wanted = chosen(process.argv.slice(2));
	if (wanted.length === 0) console.log('All evidence is fresh.');
	else await ensureSite();
	let failed = 0;
	for (const proof of wanted) if (!(await prove(proof))) failed++;
	if (wanted.length > 0) {
		console.log(`\n${String(wanted.length - failed)} passed, ${String(failed)} failed`);
	}
	process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 2;
}
