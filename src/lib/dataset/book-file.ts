import type { Books } from '#lib/ingest/books.ts';

/** The tables beside the cases as one file of columns, and the rows of each; undefined where there is none. */
export function bookFile(
	books: Books
): { bytes: Uint8Array<ArrayBuffer>; rows: Record<string, number> } | undefined {
	const entries = Object.entries(books);
	if (entries.length === 0) return undefined;
	const tables = Object.fromEntries(
		entries.map(([name, { rows, columns }]) => [name, { rows, columns }])
	);
	const bytes = new TextEncoder().encode(JSON.stringify({ format: 1, tables }));
	return {
		bytes,
		rows: Object.fromEntries(entries.map(([name, { rows }]) => [name, rows]))
	};
}
