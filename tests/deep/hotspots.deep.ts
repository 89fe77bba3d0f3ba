/**
 * How often the page of hot spots finds what is hidden in the demo city, over worlds drawn again with the same truths, and
 * how often it finds something where nothing is: it is the page's own search that is asked.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Topology } from 'topojson-specification';
import { cityOf } from '#cli/demo-city/areas.ts';
import { redrawnCases, sceneOf } from '#cli/demo-city/cases/case-book.ts';
import { asShipped } from '#cli/demo-city/cases/draw-options.ts';
import { demoCitySeed } from '#cli/demo-city/generate.ts';
import type { HotspotResult, Scale } from '#lib/analysis/hotspot-request.ts';
import { hotspotsOf } from '#lib/analysis/hotspots.ts';
import { ringsOf } from '#lib/analysis/level-rings.ts';
import { recordCounts } from '../support/evidence.ts';
import { seeded, type Random } from '../support/random.ts';
import { proofNamed } from './proofs.js';

const { seed } = proofNamed('hotspots');
const REDRAWS = 100;
const NULLS = 200;
/** Beyond it one of 200 worlds' counts of false findings lies in less than one of a hundred, if a twentieth is true. */
const MOST_FALSE = 18;

const FOLDER = 'data/demo-city';
const [head = '', ...lines] = readFileSync(`${FOLDER}/areas.csv`, 'utf8').trim().split('\n');
const columns = head.split(',');
const villages = lines
	.map((line) => line.split(','))
	.filter((cells) => cells[columns.indexOf('level')] === 'village');
const column = (name: string): string[] =>
	villages.map((cells) => cells[columns.indexOf(name)] ?? '');
const codes = column('code');
const population = Float64Array.from(column('population'), Number);
const rings = ringsOf(
	JSON.parse(readFileSync(`${FOLDER}/boundaries.topo.json`, 'utf8')) as Topology,
	'village',
	codes
);

function search(counts: Float64Array, withoutCampaigns?: Float64Array): HotspotResult {
	const main: Scale = {
		level: 'village',
		codes,
		lon: Float64Array.from(column('lon'), Number),
		lat: Float64Array.from(column('lat'), Number),
		counts,
		population
	};
	return hotspotsOf(
		{ main, other: undefined, overlap: [], withoutCampaigns, method: 'moran', seed: 1 },
		{ main: rings, other: undefined }
	);
}

interface Plant {
	readonly id: string;
	readonly villages: readonly string[];
}
const truth = JSON.parse(readFileSync('src/cli/demo-city/cases/truth.json', 'utf8')) as {
	clusters: Plant[];
};

test('what is hidden is found again when chance is drawn again', () => {
	const scene = sceneOf(demoCitySeed, cityOf(demoCitySeed).homes);
	const found: Record<string, number> = { redraws: REDRAWS };
	const add = (name: string, isSo: boolean): void => {
		found[name] = (found[name] ?? 0) + (isSo ? 1 : 0);
	};
	for (let redraw = 0; redraw < REDRAWS; redraw++) {
		const cases = redrawnCases(seed + redraw, scene, asShipped);
		const place = new Map(codes.map((code, i) => [code, i]));
		const counts = { year: new Float64Array(codes.length), all: new Float64Array(codes.length) };
		const without = new Float64Array(codes.length);
		for (const { area, opened_on: day, campaign } of cases) {
			const at = place.get(String(area));
			if (at === undefined) continue;
			counts.all[at] = (counts.all[at] ?? 0) + 1;
			if (String(day) < '2018-01-01') continue;
			counts.year[at] = (counts.year[at] ?? 0) + 1;
			if (campaign === '') without[at] = (without[at] ?? 0) + 1;
		}
		for (const [period, result] of [
			['year', search(counts.year, without)],
			['all', search(counts.all)]
		] as const) {
			const highs = result.clusters.filter(({ isHigh }) => isHigh);
			for (const { id, villages: planted } of truth.clusters) {
				const holds = (cluster: HotspotResult['clusters'][number]): number =>
					cluster.areas.filter((i) => planted.includes(codes[i] ?? '')).length;
				const members = highs.reduce((sum, cluster) => sum + holds(cluster), 0);
				add(`${period} ${id} found`, members > 0);
				add(`${period} ${id} half of its villages`, 2 * members >= planted.length);
				if (id !== 'campaign_made' || period !== 'year') continue;
				const own = highs.filter((cluster) => 2 * holds(cluster) > cluster.areas.length);
				add('year campaign_made told as a cluster of its own', own.length > 0);
				add(
					'year campaign_made marked as made by campaigns',
					own.length > 0 && own.every(({ stands }) => stands.no_campaigns === false)
				);
			}
		}
	}
	recordCounts(found);
	expect(found['all risk_3_0 found']).toBeGreaterThanOrEqual(0.9 * REDRAWS);
});

/** Poisson, by the gaps between the cases of an even stream. */
function poisson(random: Random, mean: number): number {
	let [at, count] = [0, -1];
	while (at <= mean) {
		at -= Math.log((random.below(1e9) + 0.5) / 1e9);
		count++;
	}
	return count;
}

/** Mean 1, standard deviation about 0.5: villages that differ for reasons that no neighbour shares. */
function uneven(random: Random): number {
	let sum = 0;
	for (let i = 0; i < 12; i++) sum += random.below(1e6) / 1e6;
	return Math.exp(0.47 * (sum - 6) - 0.11);
}

for (const [name, factor] of [
	['even', () => 1],
	['uneven', uneven]
] as const) {
	test(`where neighbours have nothing in common (${name}) it rarely finds anything`, () => {
		const random = seeded(seed + 7);
		const residents = population.reduce((sum, n) => sum + n, 0);
		let [findings, told] = [0, 0];
		for (let world = 0; world < NULLS; world++) {
			const counts = population.map((n) =>
				poisson(random, ((7119 * n) / residents) * factor(random))
			);
			const { areas, clusters } = search(counts);
			if (areas.some((area) => area && (Math.abs(area.grade) >= 2 || area.unlike))) findings++;
			if (clusters.length > 0) told++;
		}
		const counted = {
			[`${name} nulls`]: NULLS,
			[`${name} nulls with a finding at 5 %`]: findings,
			[`${name} nulls with a cluster told`]: told
		};
		recordCounts(counted);
		expect(findings).toBeLessThanOrEqual(MOST_FALSE);
	});
}
