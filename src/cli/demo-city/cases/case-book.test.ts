import { beforeAll, describe, expect, it } from 'vitest';
import { cityOf } from '#cli/demo-city/areas.ts';
import { caseTypes } from '#cli/demo-city/case-types.ts';
import { demoCitySeed } from '#cli/demo-city/generate.ts';
import { caseBookOf, redrawnCases, sceneOf } from './case-book.ts';
import { asShipped, nothingHidden } from './draw-options.ts';
import type { CaseRow } from './case-row.ts';
import { measuresOf } from './measures.ts';
import type { Scene } from './occurrences.ts';

let scene: Scene;
let cases: CaseRow[];
beforeAll(() => {
	scene = sceneOf(demoCitySeed, cityOf(demoCitySeed).homes);
	cases = caseBookOf(demoCitySeed, scene);
}, 240_000);

const text = (each: CaseRow, column: keyof CaseRow): string => String(each[column]);
const since2018 = (): CaseRow[] => cases.filter((each) => text(each, 'opened_on') >= '2018-01-01');

describe('the case book', () => {
	it('has the figures of the printed report', () => {
		const rows = since2018();
		expect(rows.length).toBe(7119);
		expect(rows.filter((each) => each.outcome === 'resolved').length).toBe(6814);
		const onTheSpot = rows.filter((each) => each.on_the_spot === 'yes');
		expect(onTheSpot.length).toBe(2343);
		expect(onTheSpot.filter((each) => each.outcome !== 'resolved')).toEqual([]);
	});

	it('covers 56 months, each with cases, growing from year to year', () => {
		const months = new Map<string, number>();
		for (const each of cases) {
			const month = text(each, 'opened_on').slice(0, 7);
			months.set(month, (months.get(month) ?? 0) + 1);
		}
		expect([months.size, Math.min(...months.values()) > 250]).toEqual([56, true]);
		const ofYear = (year: string) => cases.filter((each) => text(each, 'id').includes(`-${year}-`));
		const years = ['2014', '2015', '2016', '2017'].map((year) => ofYear(year).length);
		expect(years).toEqual([...years].sort((a, b) => a - b));
	});

	it('takes no step at the turn to the year that was made to fit', () => {
		const count = (from: string, to: string) =>
			cases.filter((each) => text(each, 'opened_on') >= from && text(each, 'opened_on') < to)
				.length;
		const growth = count('2018-01-01', '2018-05-01') / count('2017-01-01', '2017-05-01');
		const before = count('2017-01-01', '2017-05-01') / count('2016-01-01', '2016-05-01');
		expect(Math.abs(growth - before)).toBeLessThan(0.2);
	});

	it('has every date in the order of a life, and no end while a case is in progress', () => {
		const wrong = cases.filter((each) => {
			const [screened, opened, entered, closed] = (
				['screened_on', 'opened_on', 'entered_on', 'closed_on'] as const
			).map((column) => text(each, column));
			const isOpen = closed === '';
			const hasEnd = isOpen || ((closed ?? '') >= (opened ?? '') && (closed ?? '') <= '2018-08-31');
			const isInBooks = (entered ?? '') >= (opened ?? '') && (entered ?? '') <= '2018-08-31';
			const isFound = text(each, 'source').startsWith('screening');
			const isScreened = isFound ? (screened ?? '') <= (opened ?? '') : screened === '';
			return !hasEnd || !isInBooks || !isScreened || isOpen !== (each.outcome === 'in_progress');
		});
		expect(wrong.slice(0, 3)).toEqual([]);
	});

	it('has ids without repeats, in the order of the days', () => {
		const keys = cases.map((each) => `${text(each, 'opened_on')} ${text(each, 'id')}`);
		expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length);
		expect(keys).toEqual([...keys].sort());
	});

	it('has agreements only where something was resolved, subsidies only after approval', () => {
		for (const each of cases) {
			const isResolved = each.outcome === 'resolved';
			if ((each.agreement !== 'none') !== isResolved) throw new Error(text(each, 'id'));
			const [approved, paid] = [text(each, 'subsidy_approved_on'), text(each, 'subsidy_paid_on')];
			const isFine = approved === '' ? paid === '' : isResolved && (paid === '' || paid > approved);
			if (!isFine || paid > '2018-08-31') throw new Error(text(each, 'id'));
		}
	});

	it('pays over 1 600 000 yuan in the period of the report, some of it late', () => {
		const paid = cases.filter((each) => text(each, 'subsidy_paid_on') >= '2018-01-01');
		const yuan = paid.reduce((sum, each) => sum + Number(each.subsidy_yuan), 0);
		const late = paid.filter(
			(each) => text(each, 'subsidy_paid_on') > text(each, 'subsidy_due_on')
		);
		expect(yuan).toBeGreaterThanOrEqual(1_600_000);
		expect(yuan).toBeLessThan(1_700_000);
		expect(late.length / paid.length).toBeGreaterThan(0.05);
		expect(late.length / paid.length).toBeLessThan(0.2);
	});

	it('has the mix of the countryside that a county published, apart from what it does not name', () => {
		// Cases of fifteen types over nine months; "other" holds all that the county's list has no name for.
		const published: Record<string, number> = {
			...{ marriage_family: 646, neighbourhood: 1670, housing_homestead: 224, damages: 446 },
			...{ contract: 122, land_contract: 1408, expropriation: 317, labour: 45 },
			...{ family_planning: 13, village_affairs: 99, environment: 18, traffic: 48 },
			...{ medical: 28, property_management: 2, other: 849 }
		};
		const kinds = new Map(scene.homes.map((home) => [home.code, home.kind]));
		const rural = cases.filter((each) => kinds.get(text(each, 'area')) === 'township');
		const counts = new Map<string, number>();
		for (const each of rural) {
			const name = text(each, 'type') in published ? text(each, 'type') : 'other';
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
		const apart = Object.entries(published).reduce(
			(sum, [name, count]) => sum + Math.abs(count / 5885 - (counts.get(name) ?? 0) / rural.length),
			0
		);
		expect(apart / 2).toBeLessThan(0.1);
	});

	it('knows no kind of dispute after it was struck from the lists, and none of the sea', () => {
		const used = new Set(cases.map((each) => each.type));
		expect([...used].sort()).toEqual(
			caseTypes
				.map(({ code }) => code)
				.filter((code) => code !== 'maritime')
				.sort()
		);
		const late = cases.filter(
			(each) => each.type === 'family_planning' && text(each, 'opened_on') >= '2016-01-01'
		);
		expect(late).toEqual([]);
	});

	it('lies in the stated ranges', () => {
		for (const { id, value, least, most } of measuresOf(scene.homes, cases)) {
			expect([id, value >= least && value <= most, value]).toEqual([id, true, value]);
		}
	});

	it('is silent for nine weeks in one village and in the one beside it', () => {
		const { silentVillage, nilVillage, from, to } = scene.plants.silence;
		expect(to - from + 1).toBe(63);
		for (const village of [silentVillage, nilVillage]) {
			const own = cases
				.filter((each) => each.area === village)
				.map((each) => text(each, 'opened_on'));
			expect(own.filter((day) => day >= '2018-06-25' && day <= '2018-08-26')).toEqual([]);
			expect(own.filter((day) => day < '2018-06-25').length).toBeGreaterThan(20);
		}
	});
});

describe('two of three campaigns', () => {
	const month = (name: string) =>
		cases.filter((each) => text(each, 'opened_on').startsWith(name)).length;

	it('make their own bump, the special one none', () => {
		const bump = (before: string, during: string, after: string) =>
			(2 * month(during)) / (month(before) + month(after));
		expect(bump('2015-08', '2015-09', '2015-11')).toBeGreaterThan(1.2);
		expect(bump('2018-04', '2018-05', '2018-07')).toBeGreaterThan(1.15);
		expect(bump('2017-01', '2017-03', '2017-04')).toBeLessThan(1.25);
	});
});

describe('redrawn cases', () => {
	it('are the same for the same seed, others for another, and about as many as the report has', () => {
		const first = redrawnCases(1, scene, nothingHidden);
		expect(redrawnCases(1, scene, nothingHidden)).toEqual(first);
		const other = redrawnCases(2, scene, asShipped);
		expect(other.slice(0, 50)).not.toEqual(first.slice(0, 50));
		for (const drawn of [first, other]) {
			const count = drawn.filter((each) => text(each, 'opened_on') >= '2018-01-01').length;
			expect(Math.abs(count - 7119)).toBeLessThan(7119 * 0.08);
		}
	}, 120_000);

	it('hold no campaign and no repeat where nothing is hidden', () => {
		const drawn = redrawnCases(3, scene, nothingHidden);
		expect(drawn.filter((each) => each.campaign !== '' || each.repeat === 'yes')).toEqual([]);
	});
});
