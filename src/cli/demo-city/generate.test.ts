import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { feature } from 'topojson-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { levels, type BoundaryTopology, type Level } from './boundaries.ts';
import { forbiddenTexts } from './forbidden.ts';
import { demoCitySeed, generateDemoCity } from './generate.ts';
import { isInside } from './inner-point.ts';
import { crossingKeys } from './land/crossings.ts';
import { signedArea, type Point } from './plane.ts';

type Row = Record<string, string>;

function rowsOf(name: string): Row[] {
	return Papa.parse<Row>(textOf(name), { header: true, skipEmptyLines: true }).data;
}

/** The text of a file, unpacked where it is packed. */
function textOf(name: string): string {
	const content = files[name] ?? '';
	if (typeof content === 'string') return content;
	if (name.endsWith('.gz')) return strFromU8(gunzipSync(content));
	if (name.endsWith('.csv')) return new TextDecoder('gb18030').decode(content);
	return Object.values(unzipSync(content))
		.map((part) => strFromU8(part))
		.join();
}

let files: Record<string, string | Uint8Array>;
let areas: Row[];
let cases: Row[];
let types: Row[];
let boundaries: BoundaryTopology;

beforeAll(() => {
	files = generateDemoCity(demoCitySeed).files;
	areas = rowsOf('areas.csv');
	cases = rowsOf('cases.csv.gz');
	types = rowsOf('types.csv');
	boundaries = JSON.parse(textOf('boundaries.topo.json')) as BoundaryTopology;
}, 240_000);

function ofLevel(level: Level): Row[] {
	return areas.filter((area) => area.level === level);
}

function ringsOf(level: Level): Map<string, Point[][]> {
	const { geometries } = boundaries.objects[level];
	return new Map(
		geometries.map((shape) => {
			const { geometry } = feature(boundaries, shape);
			expect(geometry.type).toBe('Polygon');
			return [shape.properties.code, geometry.coordinates as unknown as Point[][]];
		})
	);
}

describe('the files', () => {
	it('come from the seed that the manifest names', async () => {
		const manifest: unknown = JSON.parse(await readFile('data/demo-city/dataset.json', 'utf8'));
		expect(manifest).toMatchObject({ seed: demoCitySeed });
	});

	it('are committed as generated', async () => {
		for (const [name, content] of Object.entries(files)) {
			const committed = await readFile(resolve('data/demo-city', name));
			expect(committed.equals(Buffer.from(content)), name).toBe(true);
		}
	});

	it('hold nothing that names the real city, packed or unpacked', () => {
		for (const name of Object.keys(files)) {
			const bytes = Buffer.from(files[name] ?? '').toString('latin1');
			for (const text of [textOf(name), bytes]) {
				expect(
					forbiddenTexts.filter((forbidden) => text.includes(forbidden)),
					name
				).toEqual([]);
			}
		}
	});

	it('stay small', () => {
		expect(Buffer.byteLength(files['boundaries.topo.json'] ?? '')).toBeLessThan(600_000);
		expect(Buffer.byteLength(files['context.topo.json'] ?? '')).toBeLessThan(200_000);
		const all = Object.values(files).map((content) => Buffer.byteLength(content));
		expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
	});
});

describe('areas', () => {
	it('are one city, 5 counties, 60 townships, 481 villages', () => {
		expect(levels.map((level) => ofLevel(level).length)).toEqual([1, 5, 60, 481]);
	});

	it('nest by code, and every parent has exactly the people of its children', () => {
		const prefix: Record<string, number> = { county: 4, township: 6, village: 9 };
		for (const area of areas) {
			expect(area.code).toMatch(/^9901\d{8}$/);
			if (area.level !== 'city') {
				const shared = prefix[area.level ?? ''] ?? 0;
				expect(area.parent).toBe((area.code ?? '').slice(0, shared).padEnd(12, '0'));
			}
			const children = areas.filter((other) => other.parent === area.code);
			if (area.level === 'village') continue;
			for (const count of ['population', 'households']) {
				const sum = children.reduce((total, child) => total + Number(child[count]), 0);
				expect(Number(area[count])).toBe(sum);
			}
		}
		const total = Number(ofLevel('city')[0]?.population);
		expect(total).toBeGreaterThan(1_000_000);
		expect(total).toBeLessThan(1_200_000);
	});

	it('are classed as their codes say: streets, towns, townships; communities, villages', () => {
		const kinds = [
			{ level: 'township', from: 6, least: 1, most: 99, ends: '街道' },
			{ level: 'township', from: 6, least: 100, most: 199, ends: '镇' },
			{ level: 'township', from: 6, least: 200, most: 399, ends: '乡' },
			{ level: 'village', from: 9, least: 1, most: 199, ends: '社区' },
			{ level: 'village', from: 9, least: 200, most: 399, ends: '村' }
		];
		for (const area of areas.filter(({ level }) => level === 'township' || level === 'village')) {
			const kind = kinds.find(({ level, from, least, most }) => {
				const number = Number((area.code ?? '').slice(from, from + 3));
				return level === area.level && number >= least && number <= most;
			});
			expect(area.name_zh?.endsWith(kind?.ends ?? 'none'), area.name_zh).toBe(true);
		}
		for (const village of ofLevel('village')) {
			expect(village.urban_rural).toMatch(/^(111|112|121|122|123|210|220)$/);
			expect(village.pinyin).toMatch(/^[a-z]+$/);
		}
	});

	it('have the sizes of real ones: 5 to 13 villages in a township, 8 to 16 townships in a county', () => {
		const sizesOf = (level: Level) =>
			ofLevel(level).map(({ code }) => areas.filter(({ parent }) => parent === code).length);
		for (const size of sizesOf('township')) expect(size >= 5 && size <= 13).toBe(true);
		for (const size of sizesOf('county')) expect(size >= 8 && size <= 16).toBe(true);
	});

	it('have names that are unique under one parent, townships in the whole city', () => {
		for (const language of ['name_zh', 'name_en']) {
			const names = areas.map((area) => `${area.parent} ${area[language]}`);
			expect(new Set(names).size).toBe(areas.length);
			expect(new Set(ofLevel('township').map((area) => area[language])).size).toBe(60);
		}
	});
});

describe('the development zone', () => {
	it('takes 15 to 25 villages of several townships of two districts', () => {
		const zones = rowsOf('zones.csv');
		const members = rowsOf('zone_areas.csv');
		expect(zones.map(({ name_zh: name }) => name)).toEqual(['云川高新区']);
		expect(members.length >= 15 && members.length <= 25).toBe(true);
		const villages = new Map(ofLevel('village').map((area) => [area.code, area]));
		const found = members.map(({ zone, area }) => [zone === zones[0]?.code, villages.has(area)]);
		expect(found.flat().every(Boolean)).toBe(true);
		const above = (digits: number) => new Set(members.map(({ area }) => area?.slice(0, digits)));
		expect(above(9).size).toBeGreaterThanOrEqual(2);
		expect([...above(6)].sort().every((county) => /^99010[123]$/.test(county ?? ''))).toBe(true);
		expect(above(6).size).toBe(2);
	});
});

describe('boundaries', () => {
	it('give every area one ring: closed, counter-clockwise, with its own point inside', () => {
		for (const level of levels) {
			const rings = ringsOf(level);
			expect([...rings.keys()].sort()).toEqual(
				ofLevel(level)
					.map((area) => area.code)
					.sort()
			);
			for (const area of ofLevel(level)) {
				const [ring = [], ...holes] = rings.get(area.code ?? '') ?? [];
				expect(holes).toEqual([]);
				expect(ring.at(-1)).toEqual(ring[0]);
				expect(signedArea(ring)).toBeGreaterThan(0);
				expect(isInside(ring, [Number(area.lon), Number(area.lat)])).toBe(true);
			}
		}
	});

	it('tile: the children of every area fill it exactly', () => {
		const sizes = new Map(
			levels.flatMap((level) =>
				[...ringsOf(level)].map(([code, [ring = []]]) => [code, signedArea(ring)] as const)
			)
		);
		for (const area of areas.filter(({ level }) => level !== 'village')) {
			const children = areas.filter((other) => other.parent === area.code);
			const sum = children.reduce((total, child) => total + (sizes.get(child.code ?? '') ?? 0), 0);
			expect(sum / (sizes.get(area.code ?? '') ?? 0)).toBeCloseTo(1, 9);
		}
	});

	it('never cross, not even after rounding to the grid of the file', () => {
		const arcs = boundaries.arcs.map((arc): Point[] => {
			let [x, y] = [0, 0];
			return arc.map(([dx = 0, dy = 0]) => [(x += dx), (y += dy)]);
		});
		const lines = new Map(arcs.map((arc, index) => [String(index), arc]));
		expect(crossingKeys(lines, 200)).toEqual(new Set());
	});

	it('have no spikes', () => {
		for (const [code, [ring = []]] of ringsOf('village')) {
			// A ring joined to its own second point shows the corner at its seam too.
			const line = [...ring, ...ring.slice(1, 2)];
			line.slice(2).forEach((after, index) => {
				const [before, corner] = [line[index] ?? after, line[index + 1] ?? after];
				const turn =
					Math.atan2(before[1] - corner[1], before[0] - corner[0]) -
					Math.atan2(after[1] - corner[1], after[0] - corner[0]);
				expect(Math.cos(turn), code).toBeLessThan(Math.cos(Math.PI / 9));
			});
		}
	});
});

describe('cases', () => {
	it('join an area and a type, and a few of them no village', () => {
		const levelOf = new Map(areas.map((area) => [area.code, area.level]));
		const leaves = new Set(types.filter((type) => type.parent !== '').map((type) => type.code));
		const found = cases.map((each) => levelOf.get(each.area) ?? 'none');
		const shareOf = (level: string) =>
			found.filter((other) => other === level).length / cases.length;
		expect(shareOf('none') + shareOf('city')).toBe(0);
		expect(shareOf('township')).toBeCloseTo(0.015, 2);
		expect(shareOf('county')).toBeCloseTo(0.003, 2);
		expect(cases.filter((each) => !leaves.has(each.type))).toEqual([]);
	});
});

describe('the other books', () => {
	it('put every organisation into the outline of its own area', () => {
		const rings = new Map(levels.flatMap((level) => [...ringsOf(level)]));
		const outside = rowsOf('organisations.csv').filter(({ area = '', lon, lat }) => {
			const [ring = []] = rings.get(area) ?? [];
			return !isInside(ring, [Number(lon), Number(lat)]);
		});
		expect(outside).toEqual([]);
	});

	it('put no two organisations at one point', () => {
		const points = rowsOf('organisations.csv').map(({ lon, lat }) => `${lon} ${lat}`);
		expect(new Set(points).size).toBe(points.length);
	});

	it('have as many organisations of each kind as the report says', () => {
		const counts: Record<string, number> = {};
		for (const { kind = '', closed_on } of rowsOf('organisations.csv')) {
			if (closed_on === '') counts[kind] = (counts[kind] ?? 0) + 1;
		}
		expect(counts).toEqual({
			coordination_centre: 66,
			people_mediation_committee: 541,
			marriage_family_room: 38,
			medical_committee: 3,
			traffic_platform: 11,
			labour_tribunal: 5,
			consumer_station: 90,
			school_committee: 1,
			property_window: 1,
			third_party_platform: 1,
			pilot: 2
		});
	});
});
