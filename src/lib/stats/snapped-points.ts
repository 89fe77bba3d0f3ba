/** Numbers points so that those within `snap` of an earlier one, in both coordinates' units, share its number. */
export class SnappedPoints {
	readonly #snap: number;
	readonly #cells = new Map<string, number[]>();
	readonly #x: number[] = [];
	readonly #y: number[] = [];

	constructor(snap: number) {
		this.#snap = snap;
	}

	numberOf(x: number, y: number): number {
		// Without a tolerance only equal coordinates meet, and a cell may have any size.
		const size = this.#snap > 0 ? this.#snap : 1;
		const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
		for (let i = column - 1; i <= column + 1; i++) {
			for (let j = row - 1; j <= row + 1; j++) {
				for (const one of this.#cells.get(`${String(i)} ${String(j)}`) ?? []) {
					const distance = Math.hypot((this.#x[one] ?? NaN) - x, (this.#y[one] ?? NaN) - y);
					if (distance <= this.#snap) return one;
				}
			}
		}
		const number = this.#x.length;
		this.#x.push(x);
		this.#y.push(y);
		const cell = `${String(column)} ${String(row)}`;
		this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), number]);
		return number;
	}
}
