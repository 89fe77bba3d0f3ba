import { strFromU8 } from 'fflate';
import { isAllowed } from './forbidden.ts';

export type PackingLevel = 9 | 8 | 7 | 6;

/** Packed bytes can hold a forbidden text by chance; packed otherwise they are others. */
export function packedWith(pack: (level: PackingLevel) => Uint8Array): Uint8Array {
	for (const level of [9, 8, 7, 6] as const) {
		const bytes = pack(level);
		const readings = [strFromU8(bytes, true), new TextDecoder().decode(bytes)];
		if (readings.every(isAllowed)) return bytes;
	}
	throw new Error('every packing holds a forbidden text');
}
