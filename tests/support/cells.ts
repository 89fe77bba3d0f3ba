import type { PageNumbers } from '../by-hand/page-numbers.ts';

/** Every number of the page under the name of its place: "table 990101001000 2", "trend 2018年1月 1". */
export function cellsOf(numbers: PageNumbers): Map<string, string> {
	const { headline, table, trend, legend, ...lines } = numbers;
	const rows = [
		...table.map((row) => ['table', row] as const),
		...trend.map((row) => ['trend', row] as const)
	];
	return new Map([
		...Object.entries(lines),
		['legend', legend.join(' ')],
		...headline.flatMap(({ id, value, arithmetic }): [string, string][] => [
			[`headline ${id}`, value],
			[`headline ${id} arithmetic`, arithmetic]
		]),
		...rows.flatMap(([name, [key = '', ...cells]]) =>
			cells.map((cell, i): [string, string] => [`${name} ${key} ${String(i + 1)}`, cell])
		)
	]);
}

/** Names of the places whose numbers are not the same. */
export function placesThatDiffer(a: PageNumbers, b: PageNumbers): string[] {
	const [one, other] = [cellsOf(a), cellsOf(b)];
	const places = new Set([...one.keys(), ...other.keys()]);
	return [...places].filter((place) => one.get(place) !== other.get(place)).sort();
}
