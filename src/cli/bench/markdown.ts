import type { Line } from './line.ts';

const HEAD = ['what', 'dataset', 'rows', 'n', 'median', 'p95', 'min–max', 'unit', 'budget', 'met'];

/** Lines as the table of docs/benchmarks.md, in that document's language. */
export function markdownTable(lines: readonly Line[]): string {
	const rows = lines.map((line) => [
		whatOf(line),
		line.dataset,
		number(line.rows),
		number(line.n),
		number(line.median),
		number(line.p95),
		`${number(line.min)}–${number(line.max)}`,
		line.unit,
		line.budget === undefined ? '' : `≤ ${number(line.budget)}`,
		line.met === undefined ? '' : line.met ? 'yes' : '**no**'
	]);
	const table = [HEAD, HEAD.map((_, i) => (i < 2 ? '---' : '--:')), ...rows];
	return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function whatOf({ name, kind, engine, scene }: Line): string {
	const parts = [kind, scene, engine].filter((part) => typeof part === 'string');
	return parts.length === 0 ? name : `${name}: ${parts.join(', ')}`;
}

/** One decimal below 100, none above; thousands apart. */
function number(value: number): string {
	const text =
		Math.abs(value) < 100 && !Number.isInteger(value) ? value.toFixed(1) : value.toFixed(0);
	return text.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
