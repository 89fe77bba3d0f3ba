/** Rows as CSV (RFC 4180 quoting, but lines end in a plain newline, as in every file of the project). */
export function csvOf<C extends string>(
	columns: readonly C[],
	rows: readonly Readonly<Record<C, string | number>>[]
): string {
	const lines = rows.map((row) => columns.map((column) => fieldOf(row[column])).join(','));
	return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function fieldOf(value: string | number): string {
	const text = String(value);
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
