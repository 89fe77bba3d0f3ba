import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** What the folder may use: itself, the native DuckDB, Node. Nothing that the site reads or counts with. */
const allowed = /^(\.\/[\w-]+\.ts|@duckdb\/node-api|node:[\w/]+)$/;
const folder = resolve(import.meta.dirname, 'by-hand');
const files = readdirSync(folder);

test.each(files)('%s knows nothing of how the site reads and counts', (file) => {
	const code = readFileSync(join(folder, file), 'utf8');
	const imports = [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)];
	expect(imports.map(([, name]) => name).filter((name) => !allowed.test(name ?? ''))).toEqual([]);
	// The manifest holds the mapping; the definitions in it were read by a person.
	expect(code).not.toMatch(/dataset\.json|#lib|src\//);
});
