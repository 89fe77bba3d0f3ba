/** The scripts of a page by what they are for, in bytes as gzip packs them. */
export interface ScriptSizes {
	/** Our own and the framework's. */
	readonly own: number;
	readonly map: number;
	readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * Splits scripts into MapLibre's and all others. MapLibre is told by its name in the file's name, as its worker has it,
 * or by the class that it gives its container, which its own code holds and the rest of the site does not.
 *
 * @param scripts each file once: its path, its text and its size when packed
 */
export function scriptSizes(
	scripts: readonly { readonly file: string; readonly text: string; readonly packed: number }[]
): ScriptSizes {
	const sizes = { own: 0, map: 0 };
	for (const { file, text, packed } of scripts) {
		const isMap = file.includes('maplibre') || text.includes('maplibregl-map');
		sizes[isMap ? 'map' : 'own'] += packed;
	}
	const files = scripts.map(({ file, packed }) => ({ file, bytes: packed }));
	return { ...sizes, files: files.sort((a, b) => b.bytes - a.bytes) };
}
