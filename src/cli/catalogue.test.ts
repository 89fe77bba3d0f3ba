import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogueSchema, type Catalogue } from '#lib/domain/dataset-index.ts';
import { smallIndex } from '#lib/domain/small-dataset.ts';
import { writeCatalogue } from './catalogue.ts';

let place: string;
beforeEach(() => {
	place = join(mkdtempSync(join(tmpdir(), 'hetu-catalogue-')), 'data');
});
afterEach(() => {
	rmSync(join(place, '..'), { recursive: true, force: true });
});

/** A built dataset, as far as the catalogue looks at it. */
function offer(id: string, synthetic: boolean, folder = id): void {
	const index = smallIndex();
	index.manifest = { ...index.manifest, id, synthetic };
	mkdirSync(join(place, folder), { recursive: true });
	writeFileSync(join(place, folder, 'index.json'), JSON.stringify(index));
}

function written(): Catalogue {
	return v.parse(CatalogueSchema, JSON.parse(readFileSync(join(place, 'index.json'), 'utf8')));
}

describe('the catalogue', () => {
	it('lists invented datasets first, then by name', () => {
		offer('boston', false);
		offer('austin', false);
		offer('demo-city', true);
		writeCatalogue(place);
		expect(written().datasets.map(({ id }) => id)).toEqual(['demo-city', 'austin', 'boston']);
		expect(written().datasets[0]).toEqual({
			id: 'demo-city',
			title: smallIndex().manifest.title,
			synthetic: true,
			version: smallIndex().version
		});
	});

	it('of no datasets is empty, and makes its folder', () => {
		writeCatalogue(place);
		expect(written()).toEqual({ format: 1, datasets: [] });
		expect(readdirSync(place)).toEqual(['index.json']);
	});

	it('replaces the one before', () => {
		offer('boston', false);
		writeCatalogue(place);
		rmSync(join(place, 'boston'), { recursive: true });
		offer('austin', false);
		writeCatalogue(place);
		expect(written().datasets.map(({ id }) => id)).toEqual(['austin']);
	});

	it('passes over folders without an index, and over what a crash left', () => {
		offer('boston', false);
		offer('boston', false, 'boston.old');
		offer('boston', false, 'boston.new');
		mkdirSync(join(place, 'empty'));
		writeFileSync(join(place, 'note.txt'), '');
		writeCatalogue(place);
		expect(written().datasets.map(({ id }) => id)).toEqual(['boston']);
	});
});
