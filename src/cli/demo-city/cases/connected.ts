import type { Home } from '#cli/demo-city/areas.ts';
import { valueOf } from '#cli/demo-city/element-at.ts';
import { distance } from '#cli/demo-city/plane.ts';
import type { Random } from '#cli/demo-city/random.ts';

interface Search {
	homes: readonly Home[];
	random: Random;
	size: number;
	/** Cases expected of the whole group, at least. */
	least: number;
	expected: ReadonlyMap<string, number>;
	/** Villages that may not belong to it. */
	taken: ReadonlySet<string>;
}

/** `size` villages that hang together around one of them, as compact as the land lets them. */
export function connectedGroup({
	homes,
	random,
	size,
	least,
	expected,
	taken
}: Search): readonly string[] {
	const byCode = new Map(homes.map((home) => [home.code, home]));
	for (const centre of random.shuffled(homes)) {
		const group = grown(byCode, centre, size, taken);
		const cases = group.reduce((sum, code) => sum + (expected.get(code) ?? 0), 0);
		if (group.length === size && cases >= least) return group;
	}
	throw new Error(`no ${size} villages together with ${least} cases`);
}

function grown(
	byCode: ReadonlyMap<string, Home>,
	centre: Home,
	size: number,
	taken: ReadonlySet<string>
): string[] {
	if (taken.has(centre.code)) return [];
	const group = [centre.code];
	const rim = new Set<string>();
	const lookAround = (code: string) => {
		for (const next of valueOf(byCode, code).neighbours) {
			if (!taken.has(next) && !group.includes(next)) rim.add(next);
		}
	};
	lookAround(centre.code);
	while (group.length < size && rim.size > 0) {
		const apart = (code: string) => distance(valueOf(byCode, code).site, centre.site);
		const nearest = [...rim].reduce((one, other) => (apart(other) < apart(one) ? other : one));
		rim.delete(nearest);
		group.push(nearest);
		lookAround(nearest);
	}
	return group;
}

/** The villages and all that touch them. */
export function withSurroundings(
	homes: readonly Home[],
	villages: readonly string[]
): ReadonlySet<string> {
	const inside = new Set(villages);
	return new Set(
		homes.flatMap((home) => (inside.has(home.code) ? [home.code, ...home.neighbours] : []))
	);
}
