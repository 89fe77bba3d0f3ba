import type { AreaTree } from '#lib/domain/area.ts';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { SourceManifest } from '#lib/domain/source-manifest.ts';
import type { Books } from '#lib/ingest/books.ts';
import type { Boundaries } from '#lib/ingest/boundaries.ts';
import type { CaseTable } from '#lib/ingest/case-table.ts';
import type { CodeList } from '#lib/ingest/code-list.ts';
import type { ContextFeatures } from '#lib/ingest/context.ts';

/** A dataset folder, read and validated: what `check` reports and `build` writes. */
export interface Source {
	readonly manifest: SourceManifest;
	readonly areas: AreaTree;
	readonly boundaries: Boundaries;
	readonly context: ContextFeatures;
	readonly lists: Readonly<Record<string, CodeList>>;
	readonly table: CaseTable;
	readonly account: Account;
	/** The tables beside the cases that the manifest names. */
	readonly books: Books;
}
