import type { Dataset } from '#lib/domain/dataset-index.ts';
import { BookTablesSchema, type BookTables } from '#lib/domain/tables/book-shape.ts';
import { formatted, read, type Fetch } from './open.ts';

/** The tables beside the cases, each column checked against its spec; none for a dataset that has no such tables. */
export function openBooks(
	fetchBytes: Fetch,
	{ index }: Dataset,
	signal?: AbortSignal
): Promise<BookTables> {
	if (!index.books) return Promise.resolve({});
	const path = `${index.manifest.id}/${index.books.file}`;
	return read(fetchBytes, path, (bytes) => formatted(BookTablesSchema, bytes), signal);
}
