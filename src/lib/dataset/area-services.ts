import type { AreaTree } from '#lib/domain/area.ts';
import { pathTo } from '#lib/domain/hierarchy.ts';
import { dayNumber } from '#lib/domain/period.ts';
import type { BookTables } from '#lib/domain/tables/book-shape.ts';
import type { BookTable, Cell } from '#lib/domain/tables/column.ts';
import { TABLES } from '#lib/domain/tables/tables.ts';
import type { Text } from '#lib/domain/text.ts';
import { activeRows } from './count-books.ts';

/** An organisation that serves an area: public facts only. */
export interface ServingOrganisation {
	readonly id: string;
	readonly kind: string;
	readonly name: Text;
	/** Position of the area that it serves: the one that is asked about, or one around it. */
	readonly serves: number;
	/** Posts; undefined where none are known. */
	readonly required: number | undefined;
	readonly filled: number | undefined;
}

/** Hidden-risk duties in an area, as counts. */
export interface DutyCounts {
	readonly all: number;
	readonly open: number;
	readonly overdue: number;
	/** By the last step, in the order of the steps that are there. */
	readonly steps: readonly { readonly step: string; readonly n: number }[];
}

export interface AreaServices {
	/** Finest first; undefined where the dataset has no table of them. */
	readonly serving: readonly ServingOrganisation[] | undefined;
	/** Those that serve only a part of the area, by kind. */
	readonly inside: Readonly<Record<string, number>>;
	readonly duties: DutyCounts | undefined;
}

const DONE = ['closed', 'revisited'];

/** Who serves the area at a position, and the duties in it, as of a day ("2018-08-31"). */
export function areaServices(
	areas: AreaTree,
	books: BookTables,
	at: number,
	asOf: string
): AreaServices {
	const [year, month, date] = asOf.split('-').map(Number);
	const day = dayNumber(year ?? NaN, month ?? NaN, date ?? NaN) ?? NaN;
	const { organisations, posts, duties } = books;
	const serving: ServingOrganisation[] = [];
	const inside: Record<string, number> = {};
	const around = pathTo(areas, at);
	const end = areas.end[at] ?? at + 1;
	for (const row of organisations ? activeRows(TABLES.organisations, organisations, day) : []) {
		const named = cell(organisations, 'serves', row);
		const own = cell(organisations, 'area', row);
		const codes: readonly string[] = Array.isArray(named) ? named : [String(own)];
		const places = codes.map((code) => areas.position.get(code) ?? -1);
		const serves = places.filter((place) => around.includes(place)).sort((a, b) => b - a)[0];
		const kind = String(cell(organisations, 'kind', row));
		if (serves === undefined) {
			if (places.some((place) => place > at && place < end)) inside[kind] = (inside[kind] ?? 0) + 1;
			continue;
		}
		const id = String(cell(organisations, 'id', row));
		serving.push({
			id,
			kind,
			name: {
				zh: String(cell(organisations, 'name_zh', row)),
				en: String(cell(organisations, 'name_en', row))
			},
			serves,
			...postsOf(posts, id, day)
		});
	}
	serving.sort((a, b) => b.serves - a.serves);
	return {
		serving: organisations && serving,
		inside,
		duties: duties && dutyCounts(areas, duties, at, day)
	};
}

function postsOf(
	posts: BookTable | undefined,
	id: string,
	day: number
): Pick<ServingOrganisation, 'required' | 'filled'> {
	const rows = posts
		? activeRows(TABLES.posts, posts, day).filter((row) => cell(posts, 'organisation', row) === id)
		: [];
	const sum = (column: string): number | undefined =>
		rows.length === 0
			? undefined
			: rows.reduce((all, row) => all + Number(cell(posts, column, row)), 0);
	return { required: sum('required'), filled: sum('filled') };
}

/** A duty is overdue when it is open and its last day is over. */
function dutyCounts(areas: AreaTree, duties: BookTable, at: number, day: number): DutyCounts {
	const end = areas.end[at] ?? at + 1;
	const steps = new Map<string, number>();
	let overdue = 0;
	for (let row = 0; row < duties.rows; row++) {
		const place = areas.position.get(String(cell(duties, 'area', row))) ?? -1;
		const assigned = cell(duties, 'assigned_on', row);
		if (place < at || place >= end || Number(assigned) > day) continue;
		const step = String(cell(duties, 'status', row));
		steps.set(step, (steps.get(step) ?? 0) + 1);
		const due = cell(duties, 'due_on', row);
		if (!DONE.includes(step) && typeof due === 'number' && due < day) overdue++;
	}
	const order: readonly string[] =
		TABLES.duties.columns['status']?.kind === 'choice' ? TABLES.duties.columns['status'].of : [];
	const found = order.flatMap((step) => {
		const n = steps.get(step);
		return n === undefined ? [] : [{ step, n }];
	});
	const all = found.reduce((sum, { n }) => sum + n, 0);
	const done = found.reduce((sum, { step, n }) => sum + (DONE.includes(step) ? n : 0), 0);
	return { all, open: all - done, overdue, steps: found };
}

function cell(book: BookTable | undefined, column: string, row: number): Cell {
	return book?.columns[column]?.[row] ?? null;
}
