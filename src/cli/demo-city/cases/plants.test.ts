import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityOf } from '#cli/demo-city/areas.ts';
import { demoCitySeed } from '#cli/demo-city/generate.ts';
import { Random } from '#cli/demo-city/random.ts';
import { sceneOf } from './case-book.ts';
import { draftOf, isInReport, type Draft } from './draft.ts';
import { nothingHidden } from './draw-options.ts';
import { occurrencesOf, type Occurrence, type Scene } from './occurrences.ts';
import { isResolved } from './report-totals.ts';
import { differ } from './resolution-plants.ts';
import { truthOf } from './truth.ts';
import { dayOf, lastDay } from '#cli/demo-city/calendar.ts';
import type { PlantId } from './plants.ts';

const draws = 6;
let scene: Scene;
let planted: Occurrence[][];
let bare: Occurrence[][];
beforeAll(() => {
	scene = sceneOf(demoCitySeed, cityOf(demoCitySeed).homes);
	const drawn = (plants: boolean) =>
		Array.from({ length: draws }, (_, i) =>
			occurrencesOf(
				new Random(i, 'plants-test', String(plants)),
				scene,
				{ ...nothingHidden, plants, campaigns: true },
				7119
			)
		);
	planted = drawn(true);
	bare = drawn(false);
}, 240_000);

/** Cases inside against cases of untouched places, with plants over without: the relative risk as it came out. */
function riskOf(holds: (each: Occurrence) => boolean): { risk: number; error: number } {
	const touched = new Set(scene.plants.clusters.flatMap(({ villages }) => villages));
	const count = (all: Occurrence[][], test: (each: Occurrence) => boolean) =>
		all.reduce((sum, one) => sum + one.filter(test).length, 0);
	const isElsewhere = (each: Occurrence) =>
		!touched.has(scene.homes[each.village]?.code ?? '') &&
		scene.homes[each.village]?.township !== scene.plants.outbreak.township;
	const [inside, insideBare] = [count(planted, holds), count(bare, holds)];
	const elsewhere = count(planted, isElsewhere) / count(bare, isElsewhere);
	const risk = inside / insideBare / elsewhere;
	return { risk, error: risk * Math.sqrt(1 / inside + 1 / insideBare) };
}

const villagesOf = (id: PlantId): ReadonlySet<string> =>
	new Set(scene.plants.clusters.find((cluster) => cluster.id === id)?.villages);
const inVillages = (each: Occurrence, villages: ReadonlySet<string>): boolean =>
	villages.has(scene.homes[each.village]?.code ?? '');
const day = dayOf;

describe('the plants', () => {
	it('are those of truth.json', () => {
		const committed: unknown = JSON.parse(
			readFileSync(resolve('src/cli/demo-city/cases/truth.json'), 'utf8')
		);
		expect(truthOf(demoCitySeed, scene.plants)).toEqual(committed);
	});

	it('lie apart: no village belongs to two, none touches another', () => {
		const groups = scene.plants.clusters.map(({ villages }) => villages);
		const around = new Map(scene.homes.map((home) => [home.code, home.neighbours]));
		for (const [i, group] of groups.entries()) {
			const others = new Set(groups.filter((_, j) => j !== i).flat());
			const near = group.flatMap((code) => [code, ...(around.get(code) ?? [])]);
			expect(near.filter((code) => others.has(code))).toEqual([]);
		}
	});

	it.each<[PlantId, number]>([
		['risk_3_0', 4],
		['risk_2_0', 12],
		['risk_1_5', 40],
		['emerging', 10],
		['weakening', 10],
		['campaign_made', 10]
	])('%s is %d villages that hang together', (id, size) => {
		const villages = villagesOf(id);
		expect(villages.size).toBe(size);
		const reached = new Set([...villages].slice(0, 1));
		for (const code of reached) {
			const home = scene.homes.find((each) => each.code === code);
			for (const next of home?.neighbours ?? []) if (villages.has(next)) reached.add(next);
		}
		expect(reached.size).toBe(size);
	});

	it.each<[PlantId, number]>([
		['risk_3_0', 3],
		['risk_2_0', 2],
		['risk_1_5', 1.5]
	])('%s raises its risk %d times', (id, wanted) => {
		const villages = villagesOf(id);
		const { risk, error } = riskOf((each) => !each.campaign && inVillages(each, villages));
		expect(Math.abs(risk - wanted)).toBeLessThan(3 * error);
		expect(error).toBeLessThan(wanted * 0.06);
	});

	it('emerging starts at 1 and is past 2 in the last four weeks', () => {
		const villages = villagesOf('emerging');
		const before = riskOf((each) => each.day < lastDay - 69 && inVillages(each, villages));
		expect(Math.abs(before.risk - 1)).toBeLessThan(3 * before.error);
		const last = riskOf((each) => each.day > lastDay - 28 && inVillages(each, villages));
		expect(Math.abs(last.risk - 2.2)).toBeLessThan(3 * last.error);
	});

	it('weakening starts at 2.5 and ends near 1', () => {
		const villages = villagesOf('weakening');
		const before = riskOf((each) => each.day < day('2016-07-01') && inVillages(each, villages));
		expect(Math.abs(before.risk - 2.5)).toBeLessThan(3 * before.error);
		const last = riskOf((each) => each.day > day('2018-06-01') && inVillages(each, villages));
		expect(Math.abs(last.risk - 1.1)).toBeLessThan(3 * last.error);
	});

	it('the campaign-made cluster is there only in what campaigns found', () => {
		const villages = villagesOf('campaign_made');
		const found = riskOf(
			(each) =>
				each.campaign !== undefined && each.day > day('2018-01-01') && inVillages(each, villages)
		);
		expect(Math.abs(found.risk - 6)).toBeLessThan(3 * found.error);
		const other = riskOf((each) => !each.campaign && inVillages(each, villages));
		expect(Math.abs(other.risk - 1)).toBeLessThan(3 * other.error);
	});

	it('the outbreak trebles one type in one township for four weeks', () => {
		const { township, type, from, to } = scene.plants.outbreak;
		expect(to - from + 1).toBe(28);
		const isThere = (each: Occurrence) =>
			scene.homes[each.village]?.township === township &&
			each.type.code === type &&
			each.day >= from &&
			each.day <= to;
		const { risk, error } = riskOf(isThere);
		expect(Math.abs(risk - 3)).toBeLessThan(3 * error);
		expect(error).toBeLessThan(1);
	});

	it('two townships are 2.5 points better at resolving, two worse', () => {
		const chosen = new Set(scene.plants.resolution.map(({ township }) => township));
		const random = new Random(1, 'differ-test');
		const drafts = bare
			.flat()
			.filter(({ village }) => chosen.has(scene.homes[village]?.township ?? ''))
			.map((each) => draftOf(random, scene.homes, each));
		const rate = (township: string) => {
			const own = drafts.filter((each) => isInReport(each) && each.home.township === township);
			return {
				n: own.length,
				rate: own.filter((each: Draft) => isResolved(each)).length / own.length
			};
		};
		const before = scene.plants.resolution.map(({ township }) => rate(township));
		differ(random, drafts, scene.plants.resolution);
		for (const [i, { township, points }] of scene.plants.resolution.entries()) {
			const change = rate(township).rate - (before[i]?.rate ?? 0);
			const error = Math.sqrt(Math.abs(points) / (before[i]?.n ?? 1));
			expect(Math.abs(change - points)).toBeLessThan(3 * error);
			expect(error).toBeLessThan(Math.abs(points) / 4);
		}
		expect(scene.plants.resolution.map(({ points }) => points).sort((a, b) => a - b)).toEqual([
			-0.025, -0.025, 0.025, 0.025
		]);
	});
});
