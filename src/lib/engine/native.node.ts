import { setImmediate as nextTask } from 'node:timers/promises';
import {
	BOOLEAN,
	DATE,
	DOUBLE,
	DuckDBDataChunk,
	DuckDBDateValue,
	DuckDBInstance,
	DuckDBVarCharType,
	FLOAT,
	INTEGER,
	SMALLINT,
	TINYINT,
	UINTEGER,
	USMALLINT,
	UTINYINT,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBType,
	type DuckDBValue
} from '@duckdb/node-api';
import { DataType, Precision, tableFromIPC, type Table, type Vector } from 'apache-arrow';
import { abortError, AppError, isAbort } from '#lib/domain/errors.ts';
import { answerOf, type AnswerColumn } from './answer.ts';
import type { Answer, Database } from './database.ts';
import { guardStatements } from './guard.ts';
import { boundType, ident, render, type Sql } from './sql.ts';
import { makeTurns } from './turns.ts';

/** The native engine, for the command line and the tests: same seam, same guard. */
export async function openNativeDatabase(): Promise<Database> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	for (const statement of guardStatements('')) await connection.run(statement);
	// An interrupt stops whatever the connection is doing: it must never do two things at once.
	const inTurn = makeTurns();
	return {
		query: (query, signal) => inTurn(() => runQuery(connection, query, signal), signal),
		load: (table, arrow, signal) =>
			inTurn(() => loadTable(connection, table, arrow, signal), signal),
		close: () =>
			inTurn(() => {
				connection.closeSync();
				instance.closeSync();
				return Promise.resolve();
			})
	};
}

const TYPES = { INTEGER, DOUBLE, BOOLEAN, VARCHAR };

/** Milliseconds between two interrupts of a query that goes on. */
const AGAIN = 10;

async function runQuery(
	connection: DuckDBConnection,
	query: Sql,
	signal?: AbortSignal
): Promise<Answer> {
	let knocking: NodeJS.Timeout | undefined;
	// An interrupt that comes before the engine has begun is forgotten by it: knock until it ends.
	const stop = (): void => {
		connection.interrupt();
		knocking = setInterval(() => {
			connection.interrupt();
		}, AGAIN);
	};
	signal?.addEventListener('abort', stop);
	try {
		const text = render(query, (i) => `$${String(i + 1)}`);
		const types = query.values.map((value) => TYPES[boundType(value)]);
		const reader = await connection.runAndReadAll(text, [...query.values], types);
		const values = reader.getColumns();
		const columns = new Map<string, AnswerColumn>();
		reader.columnNames().forEach((name, i) => {
			columns.set(name, columnOf(values[i] ?? [], reader.columnType(i)));
		});
		return answerOf(reader.currentRowCount, columns);
	} catch (cause) {
		if (signal?.aborted) throw abortError();
		throw new AppError(
			'query-failed',
			cause instanceof Error ? cause.message : String(cause),
			cause
		);
	} finally {
		clearInterval(knocking);
		signal?.removeEventListener('abort', stop);
	}
}

function columnOf(values: readonly DuckDBValue[], type: DuckDBType): AnswerColumn {
	if (type instanceof DuckDBVarCharType) {
		return { texts: values.map((value) => (typeof value === 'string' ? value : null)) };
	}
	return {
		numbers: Float64Array.from(values, (value) => {
			if (value === null) return NaN;
			return value instanceof DuckDBDateValue ? value.days : Number(value);
		})
	};
}

/** Rows of one data chunk: DuckDB's own vector size. */
const CHUNK = 2048;

/** All rows or no table; one that stood there before goes only when the new one can be read. */
async function loadTable(
	connection: DuckDBConnection,
	name: string,
	arrow: Uint8Array,
	signal?: AbortSignal
): Promise<void> {
	try {
		await fillTable(connection, name, tableFromIPC(arrow), signal);
	} catch (cause) {
		if (cause instanceof AppError || isAbort(cause)) throw cause;
		throw new AppError('load-failed', `The table "${name}" cannot be loaded.`, cause);
	}
}

async function fillTable(
	connection: DuckDBConnection,
	name: string,
	table: Table,
	signal?: AbortSignal
): Promise<void> {
	const vectors = table.schema.fields.map((field) => {
		const vector = table.getChild(field.name);
		if (!vector) throw new AppError('load-failed', `Column "${field.name}" cannot be read.`);
		return { name: field.name, type: duckType(vector), vector };
	});
	const columns = vectors
		.map(({ name: column, type }) => `${render(ident(column), String)} ${type.toString()}`)
		.join(', ');
	const quoted = render(ident(name), String);
	await connection.run(`CREATE OR REPLACE TABLE ${quoted} (${columns})`);
	const appender = await connection.createAppender(name);
	const types = vectors.map(({ type }) => type);
	try {
		for (let start = 0; start < table.numRows; start += CHUNK) {
			// Appending never waits: without this pause no one could abort it.
			await nextTask();
			if (signal?.aborted) throw abortError();
			const rows = Math.min(CHUNK, table.numRows - start);
			const chunk = DuckDBDataChunk.create(types, rows);
			vectors.forEach(({ vector }, i) => {
				chunk.setColumnValues(i, valuesOf(vector, start, rows));
			});
			appender.appendDataChunk(chunk);
		}
		appender.closeSync();
	} catch (cause) {
		appender.clear();
		appender.closeSync();
		await connection.run(`DROP TABLE ${quoted}`);
		throw cause;
	}
}

function duckType(vector: Vector): DuckDBType {
	const type = vector.type as DataType;
	if (DataType.isUtf8(type)) return VARCHAR;
	if (DataType.isDate(type)) return DATE;
	if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? DOUBLE : FLOAT;
	if (DataType.isInt(type)) {
		const types: Readonly<Record<number, DuckDBType>> = type.isSigned
			? { 8: TINYINT, 16: SMALLINT, 32: INTEGER }
			: { 8: UTINYINT, 16: USMALLINT, 32: UINTEGER };
		const found = types[type.bitWidth];
		if (found) return found;
	}
	throw new AppError(
		'load-failed',
		`Arrow type ${String(type.typeId)} is not one that a dataset uses.`
	);
}

function valuesOf(vector: Vector, start: number, rows: number): DuckDBValue[] {
	const dates = DataType.isDate(vector.type);
	return Array.from({ length: rows }, (_, i) => {
		const value = vector.get(start + i) as number | string | null;
		return dates && value !== null ? new DuckDBDateValue(Number(value) / 86_400_000) : value;
	});
}
