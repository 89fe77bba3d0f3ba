/** A tile of diagonal hatching as raw pixels, seamless at its edges: what "too few to judge" looks like. */
export function hatchTile(
	line: string,
	ground: string,
	size = 16
): { width: number; height: number; data: Uint8ClampedArray } {
	const data = new Uint8ClampedArray(size * size * 4);
	const [lineRgb, groundRgb] = [rgb(line), rgb(ground)];
	const period = size / 2;
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			// Distance from the nearest diagonal, softened over one pixel.
			const away = Math.abs(((x + y) % period) - period / 2);
			const share = Math.min(1, Math.max(0, 1.8 - away));
			const at = (y * size + x) * 4;
			for (let c = 0; c < 3; c++) {
				data[at + c] = (lineRgb[c] ?? 0) * share + (groundRgb[c] ?? 0) * (1 - share);
			}
			data[at + 3] = 255;
		}
	}
	return { width: size, height: size, data };
}

function rgb(hex: string): number[] {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
