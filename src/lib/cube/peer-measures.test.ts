import { describe, expect, it } from 'vitest';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { peerMeasures, type PeerCounts, type PeerMeasure } from './peer-measures.ts';

/** Of the small city: a count, a share that wants 10 cases, a rate per 10 000 that wants 100 people and 5 cases. */
const { indicators } = smallDataset().index.manifest;

interface Given {
	readonly handled: number;
	readonly resolved?: number;
	readonly closed?: number;
	readonly long?: number;
	readonly median?: number;
}

const countsOf = (position: number, given: Given): PeerCounts => ({
	position,
	tallies: { handled: given.handled, resolved: given.resolved ?? 0 },
	closed: given.closed ?? 0,
	long: given.long ?? 0,
	median: given.median,
	low: undefined,
	high: undefined
});

/** The measures of the first of some areas, of a thousand residents each unless said otherwise. */
function measuresOf(given: readonly Given[], residents: readonly number[] = []): PeerMeasure[] {
	const population = given.map((_, i) => residents[i] ?? 1000);
	return peerMeasures(
		indicators,
		given.map((one, position) => countsOf(position, one)),
		population,
		0
	);
}

function measureOf(kind: string, ...rest: Parameters<typeof measuresOf>): PeerMeasure {
	const found = measuresOf(...rest).find(
		({ indicator }) => (indicator ? indicator.kind : 'days') === kind
	);
	if (!found) throw new Error(`There is no measure of ${kind}.`);
	return found;
}

const closed = (days: number, n: number, long: number): Given => ({
	handled: n,
	closed: n,
	long,
	median: days
});

describe('the measures of an area among its peers', () => {
	it('are those of the manifest, and the days where any case is closed', () => {
		const open = measuresOf([{ handled: 30 }, { handled: 20 }]);
		expect(open.map(({ indicator }) => indicator?.id)).toEqual(['cases', 'success', 'rate']);
		const some = measuresOf([{ handled: 30 }, closed(4, 20, 8)]);
		expect(some.map(({ indicator }) => indicator?.id)).toEqual([
			'cases',
			'success',
			'rate',
			undefined
		]);
	});

	it.each<[string, string, readonly Given[], number]>([
		['a count is the cases', 'count', [{ handled: 30 }], 30],
		['a share is of the cases', 'share', [{ handled: 40, resolved: 30 }], 0.75],
		['a rate is of the residents', 'rate', [{ handled: 30 }], 300],
		['the days are the median that is given', 'days', [closed(6.5, 30, 12)], 6.5]
	])('%s', (_, kind, given, value) => {
		expect(measureOf(kind, given).own).toMatchObject({ value, state: 'ok' });
	});

	it.each<[string, string, readonly Given[], string]>([
		['a share of fewer cases than are judged', 'share', [{ handled: 9, resolved: 9 }], 'too_few'],
		['a rate of fewer cases than are judged', 'rate', [{ handled: 4 }], 'too_few'],
		['days of 19 closed cases', 'days', [closed(3, 19, 9)], 'too_few'],
		['days where none is known', 'days', [{ handled: 30 }, closed(3, 30, 9)], 'no_denominator']
	])('have no standing for %s', (_, kind, given, state) => {
		const measure = measureOf(kind, [...given, closed(4, 40, 20)]);
		expect(measure.own.state).toBe(state);
		expect(measure.standing).toBeUndefined();
		expect(measure.peers.every(({ isBeyond }) => !isBeyond)).toBe(true);
	});

	it('have no standing for an area that is not among those that were counted', () => {
		const measures = peerMeasures(indicators, [countsOf(1, { handled: 30 })], [0, 1000], 0);
		for (const { own, standing, peers } of measures) {
			expect([own.state, standing, peers.length]).toEqual(['no_denominator', undefined, 1]);
		}
	});

	it('say how many peers are judged above and below, equal ones being neither', () => {
		const { standing, peers } = measureOf(
			'count',
			[30, 20, 25, 30, 40].map((handled) => ({ handled }))
		);
		expect(standing).toMatchObject({ above: 2, below: 1, of: 4 });
		expect(peers.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
	});

	it('leave peers that cannot be judged out of the standing and of the middle, and show them', () => {
		const given = [20, 10, 16, 2, 30].map((handled) => ({ handled: 20, resolved: handled / 2 }));
		const few = given.map((one, i) => (i === 3 ? { handled: 4, resolved: 1 } : one));
		const { standing, peers, middle } = measureOf('share', few);
		expect(standing?.of).toBe(3);
		expect(peers).toHaveLength(4);
		// Of 25, 40 and 75 %.
		expect(middle).toBe(0.4);
	});

	it('have no middle without a peer that can be judged', () => {
		const { middle, standing } = measureOf('share', [{ handled: 20, resolved: 9 }, { handled: 2 }]);
		expect(middle).toBeUndefined();
		expect(standing).toEqual({ above: 0, aboveBeyond: 0, below: 0, belowBeyond: 0, of: 0 });
	});

	it.each<[string, string, Given, Given, boolean]>([
		['counts that chance explains', 'count', { handled: 50 }, { handled: 60 }, false],
		['counts that it does not', 'count', { handled: 50 }, { handled: 150 }, true],
		[
			'shares that chance explains',
			'share',
			{ handled: 20, resolved: 10 },
			{ handled: 20, resolved: 14 },
			false
		],
		[
			'shares that it does not',
			'share',
			{ handled: 200, resolved: 100 },
			{ handled: 200, resolved: 140 },
			true
		],
		['rates that chance explains', 'rate', { handled: 10 }, { handled: 16 }, false],
		['rates that it does not', 'rate', { handled: 10 }, { handled: 40 }, true],
		['days that chance explains', 'days', closed(5, 40, 20), closed(7, 40, 24), false],
		['days that it does not', 'days', closed(5, 400, 160), closed(7, 400, 240), true]
	])('call beyond chance what is: %s', (_, kind, own, peer, isBeyond) => {
		const { peers, standing } = measureOf(kind, [own, peer]);
		expect(peers.map((one) => one.isBeyond)).toEqual([isBeyond]);
		expect(standing).toMatchObject({ below: 1, belowBeyond: Number(isBeyond), of: 1 });
	});

	it('compare rates by residents and not by cases alone', () => {
		const own = { handled: 40 };
		expect(measureOf('rate', [own, own], [1000, 1000]).standing).toMatchObject({
			above: 0,
			below: 0
		});
		const { standing, peers } = measureOf('rate', [own, own], [1000, 8000]);
		expect(standing).toMatchObject({ above: 1, aboveBeyond: 1 });
		expect(peers[0]?.isBeyond).toBe(true);
	});

	it('are adjusted for the number of peers: a difference that is rare once is not among sixty', () => {
		const own = { handled: 50 };
		const unlike = { handled: 74 };
		expect(measureOf('count', [own, unlike]).standing?.belowBeyond).toBe(1);
		const alike = Array.from({ length: 59 }, () => own);
		expect(measureOf('count', [own, unlike, ...alike]).standing?.belowBeyond).toBe(0);
	});
});
