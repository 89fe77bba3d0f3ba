// @ts-check
/**
 * The long proofs. Each is a file beside this one, <name>.deep.ts, with what it needs as <name>.*.ts, and leaves
 * docs/evidence/<name>.json. Its evidence is stale when one of the sources that it judges, or the proof itself, has changed since.
 */

/**
 * @typedef {object} Proof
 * @property {string} name
 * @property {readonly string[]} sources files and folders whose truth it shows, from the project root
 * @property {number} seed of all its random numbers
 */

/** All that a number passes through from the books to the page. */
const untilShown = [
	'data/demo-city',
	'src/lib/cube',
	'src/lib/dataset',
	'src/lib/domain',
	'src/lib/engine',
	'src/lib/ingest',
	'src/lib/panels',
	'src/lib/questions',
	'src/lib/state',
	'src/lib/stats'
];

/** @type {readonly Proof[]} */
export const proofs = [
	{
		name: 'explore',
		sources: [...untilShown, 'src/routes/explore'],
		seed: 500
	},
	{
		name: 'hotspots',
		sources: ['data/demo-city', 'src/cli/demo-city', 'src/lib/analysis', 'src/lib/stats'],
		seed: 4000
	},
	{
		name: 'intervals',
		sources: ['src/lib/stats/byar.ts', 'src/lib/stats/normal.ts', 'src/lib/stats/wilson.ts'],
		seed: 1927
	},
	{
		name: 'views',
		sources: untilShown,
		seed: 300
	}
];

/**
 * @param {string} name
 * @returns {Proof}
 */
export function proofNamed(name) {
	const proof = proofs.find((one) => one.name === name);
	if (!proof) throw new RangeError(`There is no long proof named ${name}.`);
	return proof;
}
