import { describe, expect, it } from 'vitest';
import { asOf } from '#cli/demo-city/books/dates.ts';
import { sampleCity } from '#cli/demo-city/books/sample-city.ts';
import { organisationsOf } from './organisations.ts';
import { deputiesCompleteOn, postsOf, type PostRow } from './posts.ts';

const organisations = organisationsOf(6, sampleCity());
const posts = postsOf(6, organisations);

/** Each series as it stands on a day: the last row that has begun. */
function standing(post: PostRow['post'], date: string): PostRow[] {
	const last = new Map<string, PostRow>();
	for (const row of posts) {
		if (row.post === post && row.from <= date) last.set(row.organisation, row);
	}
	return [...last.values()];
}

function filledDeputies(date: string): number {
	return standing('full_time_deputy_director', date).reduce((sum, { filled }) => sum + filled, 0);
}

describe('posts', () => {
	it('have the full-time deputy director of all 66 centres filled in the end, and from no earlier day', () => {
		expect(filledDeputies(asOf)).toBe(66);
		expect(filledDeputies(deputiesCompleteOn)).toBe(66);
		const before = new Set(
			posts.map(({ from }) => from).filter((from) => from < deputiesCompleteOn)
		);
		for (const date of before) expect([date, filledDeputies(date) < 66]).toEqual([date, true]);
	});

	it.each([
		['2016-12-31', 40, 60],
		['2017-12-31', 56, 60],
		['2018-05-31', 60, 65]
	])('had between them on %s at least %i and at most %i deputies', (date, least, most) => {
		expect(filledDeputies(date)).toBeGreaterThanOrEqual(least);
		expect(filledDeputies(date)).toBeLessThanOrEqual(most);
	});

	it('have been left and filled again in some centres', () => {
		const left = posts.filter((row, index) => {
			const previous = posts[index - 1];
			const isSame = previous?.organisation === row.organisation && previous.post === row.post;
			return row.post === 'full_time_deputy_director' && isSame && previous.filled > row.filled;
		});
		expect(left).toHaveLength(6);
	});

	it('never hold more people than they need, and go on in the order of time from the opening on', () => {
		const openedOn = new Map(organisations.map(({ id, opened_on }) => [id, opened_on]));
		posts.forEach((row, index) => {
			const previous = posts[index - 1];
			const isNext = previous?.organisation === row.organisation && previous.post === row.post;
			if (isNext) expect(row.from > previous.from).toBe(true);
			else expect(row.from).toBe(openedOn.get(row.organisation));
			expect(row.filled).toBeLessThanOrEqual(row.required);
			expect(row.from <= asOf).toBe(true);
		});
	});

	it('give every organisation mediators', () => {
		const having = new Set(
			posts.filter(({ post }) => post === 'mediator').map((row) => row.organisation)
		);
		expect(having.size).toBe(organisations.length);
	});
});
