/**
 * Text as GB18030 bytes, as office software writes it. Node can read the encoding but not write it, so the table is made
 * by reading every pair of bytes once. Characters outside the two-byte part do not occur here: RangeError.
 */
export function gb18030(text: string): Uint8Array {
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code < 0x80) bytes.push(code);
		else bytes.push(...pairOf(character));
	}
	return Uint8Array.from(bytes);
}

let pairs: Map<string, [number, number]> | undefined;

function pairOf(character: string): [number, number] {
	pairs ??= pairsOfBytes();
	const pair = pairs.get(character);
	if (!pair) throw new RangeError(`${character} has no two bytes in GB18030`);
	return pair;
}

function pairsOfBytes(): Map<string, [number, number]> {
	const decoder = new TextDecoder('gb18030');
	const table = new Map<string, [number, number]>();
	for (let lead = 0x81; lead <= 0xfe; lead += 1) {
		for (let trail = 0x40; trail <= 0xfe; trail += 1) {
			if (trail === 0x7f) continue;
			const character = decoder.decode(Uint8Array.of(lead, trail));
			// The first pair wins where a character has several.
			if ([...character].length === 1 && character !== '\u{fffd}' && !table.has(character)) {
				table.set(character, [lead, trail]);
			}
		}
	}
	return table;
}
