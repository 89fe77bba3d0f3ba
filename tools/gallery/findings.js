// @ts-check
/** The same fault is seen in many pictures: here it is one finding, with the places where it is seen. */

/** @typedef {import('../../tests/eyes/finding.ts').Finding} Finding */
/** @typedef {import('../../tests/eyes/finding.ts').Sight} Sight */

/**
 * @typedef {object} Photo
 * @property {string} file below gallery/
 * @property {string} path of the page
 * @property {string} state
 * @property {string} size
 * @property {string} theme
 * @property {string} language
 * @property {Sight} sight
 */

/** @typedef {Finding & { readonly pictures: string[] }} Gathered */

/**
 * @param {readonly Photo[]} photos
 * @param {'findings' | 'undetermined'} which
 * @returns {Gathered[]} the most frequent first
 */
export function gathered(photos, which) {
	/** @type {Map<string, Gathered>} */
	const all = new Map();
	for (const { file, sight } of photos) {
		for (const finding of sight[which]) {
			const key = [finding.kind, finding.where, finding.text, finding.detail].join('\n');
			const known = all.get(key);
			if (!known) all.set(key, { ...finding, pictures: [file] });
			else if (!known.pictures.includes(file)) known.pictures.push(file);
		}
	}
	return [...all.values()].sort((a, b) => b.pictures.length - a.pictures.length);
}

/** @param {readonly Gathered[]} findings */
export function findingsTable(findings) {
	if (findings.length === 0) return 'The eyes found nothing.';
	return findings
		.map(({ kind, where, text, detail, pictures: [first, ...others] }) =>
			[
				`${kind.padEnd(14)} ${where}`,
				`${' '.repeat(15)}“${text}”: ${detail}`,
				`${' '.repeat(15)}${first ?? ''}${others.length > 0 ? ` and ${String(others.length)} more` : ''}`
			].join('\n')
		)
		.join('\n');
}
