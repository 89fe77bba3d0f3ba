import type { Cube } from './cube.ts';
import type { LinkedCounts } from './linked-counts.ts';
import { packCube, unpackCube } from './pack.ts';

/** Stands for the total among names of panels, which are never empty. */
const TOTAL = '';

/** Linked counts as bytes: for each cube the uint32 lengths of its name and of its packed bytes, the name, the bytes. */
export function packLinked({ panels, total }: LinkedCounts): Uint8Array<ArrayBuffer> {
	const parts = [...panels, [TOTAL, total] as const].flatMap(([name, cube]) => {
		const text = new TextEncoder().encode(name);
		const cells = packCube(cube);
		const lengths = new DataView(new ArrayBuffer(8));
		lengths.setUint32(0, text.length, true);
		lengths.setUint32(4, cells.length, true);
		return [new Uint8Array(lengths.buffer), text, cells];
	});
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** The inverse of `packLinked`; bytes that end too early, or have no total, throw RangeError. */
export function unpackLinked(bytes: Uint8Array): LinkedCounts {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const panels = new Map<string, Cube>();
	for (let at = 0; at < bytes.length;) {
		const named = at + 8;
		const packed = named + view.getUint32(at, true);
		const end = packed + view.getUint32(at + 4, true);
		if (end > bytes.length) throw new RangeError('Linked counts end too early.');
		const name = new TextDecoder().decode(bytes.subarray(named, packed));
		panels.set(name, unpackCube(bytes.subarray(packed, end)));
		at = end;
	}
	const total = panels.get(TOTAL);
	if (!total) throw new RangeError('Linked counts have no total.');
	panels.delete(TOTAL);
	return { panels, total };
}
