import { cellsIn, type Cube, type Dimension } from './cube.ts';

/**
 * A cube as bytes: a JSON head with names and sizes, then each tally as little-endian uint32.
 * Layout: uint32 length of the head, the head in UTF-8 padded with spaces to a multiple of four, counts.
 */
interface Head {
	dimensions: Dimension[];
	tallies: string[];
}

export function packCube(cube: Cube): Uint8Array<ArrayBuffer> {
	const names = Object.keys(cube.tallies);
	const head: Head = {
		dimensions: cube.dimensions.map(({ name, size }) => ({ name, size })),
		tallies: names
	};
	const text = new TextEncoder().encode(JSON.stringify(head));
	const headBytes = Math.ceil(text.length / 4) * 4;
	const cells = cellsIn(cube.dimensions);
	const bytes = new Uint8Array(4 + headBytes + 4 * cells * names.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, headBytes, true);
	bytes.fill(0x20, 4, 4 + headBytes);
	bytes.set(text, 4);
	let at = 4 + headBytes;
	for (const name of names) {
		for (const count of cube.tallies[name] ?? []) {
			view.setUint32(at, count, true);
			at += 4;
		}
	}
	return bytes;
}

/** The inverse of `packCube`; bytes of another length than the head promises throw RangeError. */
export function unpackCube(bytes: Uint8Array): Cube {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const headBytes = view.getUint32(0, true);
	const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headBytes))) as Head;
	const cells = cellsIn(head.dimensions);
	const expected = 4 + headBytes + 4 * cells * head.tallies.length;
	if (bytes.byteLength !== expected) {
		throw new RangeError(`A cube of ${expected} bytes was expected, ${bytes.byteLength} came.`);
	}
	const tallies: Record<string, Uint32Array> = {};
	head.tallies.forEach((name, t) => {
		const start = 4 + headBytes + 4 * cells * t;
		tallies[name] = Uint32Array.from({ length: cells }, (_, i) =>
			view.getUint32(start + 4 * i, true)
		);
	});
	return { dimensions: head.dimensions, tallies };
}
