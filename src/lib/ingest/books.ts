import type { Rejection } from '#lib/domain/errors.ts';
import type { SourceManifest } from '#lib/domain/source-manifest.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#lib/domain/tables/tables.ts';
import type { BookContext } from './book-cell.ts';
import { readBook, type Book } from './book.ts';
import type { Folder } from './folder.ts';
import { readText } from './source-file.ts';

export type Books = Readonly<Partial<Record<TableName, Book>>>;

export interface ReadBooks {
	readonly books: Books;
	/** Rejected rows: the books can be used without them. */
	readonly rejections: readonly Rejection[];
	/** Files that are not there or cannot be read at all: the manifest promises what nobody has. */
	readonly broken: readonly Rejection[];
}

/** Reads the tables that a manifest names, each after those that it refers to. */
export async function readBooks(
	folder: Folder,
	manifest: SourceManifest,
	context: Omit<BookContext, 'named' | 'manifest'>
): Promise<ReadBooks> {
	const books: Partial<Record<TableName, Book>> = {};
	const named = new Map<string, ReadonlySet<string>>();
	const rejections: Rejection[] = [];
	const broken: Rejection[] = [];
	for (const name of TABLE_NAMES) {
		const table = manifest.tables?.[name];
		if (!table) continue;
		const read = await readText(folder, [table.file, `${table.file}.gz`]);
		if (!read.ok) {
			broken.push(read.rejection);
			continue;
		}
		const { name: file, text } = read.value;
		const result = readBook(file, text, TABLES[name], { ...context, manifest, named });
		if (!result.book) {
			broken.push(...result.rejections);
			continue;
		}
		books[name] = result.book;
		rejections.push(...result.rejections);
		named.set(name, namesIn(name, result.book));
	}
	return { books, rejections, broken };
}

/** What other tables call the rows by: their first column. */
function namesIn(name: TableName, { columns }: Book): ReadonlySet<string> {
	const [first = ''] = Object.keys(TABLES[name].columns);
	return new Set((columns[first] ?? []).map(String));
}
