/** What may be bound to a statement. Values never become SQL text. */
export type Value = number | string | boolean | null;

/** A piece of SQL with its values apart: `texts` has one more entry than `values`. */
export interface Sql {
	readonly texts: readonly string[];
	readonly values: readonly Value[];
}

function isSql(part: Value | Sql): part is Sql {
	return typeof part === 'object' && part !== null;
}

/**
 * sql`… ${value} … ${otherSql} …`: values are bound, pieces made by `sql`, `ident`, `whole` or `joined`
 * are spliced in. There is no way to splice a plain string.
 */
export function sql(strings: TemplateStringsArray, ...parts: (Value | Sql)[]): Sql {
	const texts: string[] = [strings[0] ?? ''];
	const values: Value[] = [];
	const extend = (text: string): void => {
		texts.push((texts.pop() ?? '') + text);
	};
	parts.forEach((part, i) => {
		if (isSql(part)) {
			extend(part.texts[0] ?? '');
			texts.push(...part.texts.slice(1));
			values.push(...part.values);
		} else {
			values.push(part);
			texts.push('');
		}
		extend(strings[i + 1] ?? '');
	});
	return { texts, values };
}

/** A name of a table or column, quoted; a NUL cannot be part of a name and throws RangeError. */
export function ident(name: string): Sql {
	if (name === '' || name.includes('\0')) throw new RangeError('An empty name, or one with NUL.');
	return { texts: [`"${name.replaceAll('"', '""')}"`], values: [] };
}

/**
 * A place that the program worked out: a position in a list, a day, a month. It is part of the statement, as a name is,
 * and not one of its values, because DuckDB passes over rows unread only where it knows a limit while it plans. Anything
 * but a whole number of 32 bits throws RangeError, so digits and a sign are all that it can add to a text.
 */
export function whole(place: number): Sql {
	if ((place | 0) !== place)
		throw new RangeError(`Not a whole number of 32 bits: ${String(place)}`);
	return { texts: [`(${String(place | 0)})`], values: [] };
}

/** Pieces with a piece between them; none gives `otherwise`. */
export function joined(pieces: readonly Sql[], between: Sql, otherwise: Sql): Sql {
	const [first, ...rest] = pieces;
	if (!first) return otherwise;
	return rest.reduce((all, piece) => sql`${all}${between}${piece}`, first);
}

/** The text for an engine, each value replaced by that engine's placeholder. */
export function render(query: Sql, placeholder: (i: number) => string): string {
	return query.texts.reduce((text, next, i) => text + placeholder(i - 1) + next);
}

/**
 * The type that every engine binds a value as; NULL goes as a text. Integers stay integers: compared as
 * doubles, every row of a narrow column would be widened first. Beyond 32 bits a number is a double.
 */
export function boundType(value: Value): 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' {
	if (typeof value === 'boolean') return 'BOOLEAN';
	if (typeof value !== 'number') return 'VARCHAR';
	return (value | 0) === value ? 'INTEGER' : 'DOUBLE';
}
