// @ts-check
/**
 * Is a made thing still made from what lies there now? Judged by the content of its sources, not by dates: a fresh
 * clone, a switched branch and a deleted file all answer rightly. The stamp of what was used is kept in `.cache/made`.
 */
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '..');

/**
 * @param {string} path
 * @param {(path: string) => boolean} counts
 * @returns {string[]} files under `path`, or itself, in a fixed order
 */
function filesOf(path, counts) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return counts(path) ? [path] : [];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesOf(join(path, name), counts));
}

/**
 * @param {readonly string[]} sources files or folders from the project root; a missing one counts as empty
 * @param {(path: string) => boolean} [counts] which files count; all by default
 * @param {string} [root]
 */
export function fingerprint(sources, counts = () => true, root = projectRoot) {
	const hash = createHash('sha256');
	for (const source of sources) {
		for (const file of filesOf(join(root, source), counts)) {
			const content = readFileSync(file);
			hash.update(`${file.slice(root.length)}\0${String(content.length)}\0`).update(content);
		}
	}
	return hash.digest('hex');
}

/**
 * Makes a thing if it is missing or its sources have changed.
 *
 * @param {object} thing
 * @param {string} thing.name of its stamp
 * @param {string} thing.result a file that is there when it is made, from the project root
 * @param {string} thing.print fingerprint of its sources
 * @param {() => void | Promise<void>} thing.make throws if it cannot
 * @param {string} [root]
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function makeIfStale({ name, result, print, make }, root = projectRoot) {
	const stamp = join(root, '.cache', 'made', name);
	const isMade = existsSync(join(root, result)) && existsSync(stamp);
	if (isMade && readFileSync(stamp, 'utf8') === print) return false;
	// A make that breaks half way must not look finished.
	rmSync(stamp, { force: true });
	await make();
	if (!existsSync(join(root, result))) throw new Error(`${name}: ${result} was not made.`);
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, print);
	return true;
}
