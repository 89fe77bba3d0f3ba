import type { Rejection } from '#lib/domain/errors.ts';
import type { Account } from '#lib/domain/dataset-index.ts';
import type { Books } from '#lib/ingest/books.ts';
import { rejectionSentence } from '#lib/i18n/rejection.ts';
import { m } from '#lib/i18n/messages/messages.js';

/** Rejections printed on a screen; all of them are in the JSON form. */
const SHOWN = 20;

export function printRejections(rejections: readonly Rejection[]): void {
	// What speaks of a whole file (that no row of it is left) explains the rest.
	const shown = [...rejections].sort((a, b) => Number(b.row === 0) - Number(a.row === 0));
	for (const rejection of shown.slice(0, SHOWN)) console.error(rejectionSentence(rejection));
	if (rejections.length > SHOWN) {
		console.error(m.cli_more_rejections({ count: rejections.length - SHOWN }));
	}
}

/** For machines: each rejection with what it says to a person. */
export function withSentences(
	rejections: readonly Rejection[]
): (Rejection & { sentence: string })[] {
	return rejections.map((rejection) => ({ ...rejection, sentence: rejectionSentence(rejection) }));
}

export function printAccount(account: Account): void {
	const { rows, accepted, rejected, setAside, notes } = account;
	console.log(m.cli_account({ rows, accepted, rejected, setAside }));
	for (const [note, count] of Object.entries(notes)) console.log(`  ${note}: ${String(count)}`);
}

export function printBookAccounts(books: Books): void {
	for (const [table, { account }] of Object.entries(books)) {
		const { rows, accepted, rejected } = account;
		console.log(m.cli_book_account({ table, rows, accepted, rejected }));
	}
}
