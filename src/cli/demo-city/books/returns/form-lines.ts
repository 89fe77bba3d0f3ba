/**
 * The provincial form (矛盾纠纷排查情况表): 52 rows. Nineteen lines of types stand in it; traffic and consumer disputes
 * have none of their own and are merged into 19, other.
 */
export const formLineOfType: Readonly<Record<string, number>> = {
	ethnic_religious: 1,
	veterans: 2,
	expropriation: 3,
	property_management: 4,
	construction: 4,
	tenure: 5,
	contract: 6,
	labour: 7,
	enterprise: 8,
	environment: 9,
	judicial: 10,
	enforcement: 11,
	school: 12,
	maritime: 13,
	cadre: 14,
	village_affairs: 15,
	land_contract: 16,
	marriage_family: 17,
	neighbourhood: 17,
	housing_homestead: 17,
	damages: 17,
	medical: 18,
	traffic: 19,
	consumer: 19,
	family_planning: 19,
	other: 19
};

export const formRow = {
	screened: 1,
	handled: 2,
	handlingRate: 3,
	resolved: 4,
	successRate: 5,
	majorScreened: 48,
	majorHandled: 49,
	majorResolved: 50,
	majorRate: 51,
	concentratedScreenings: 52
} as const;

export const formRowCount = 52;

/** Each line of types has two rows, from row 6 on. */
export function screenedRowOf(line: number): number {
	return 4 + 2 * line;
}

export function handledRowOf(line: number): number {
	return screenedRowOf(line) + 1;
}

/** Rows 44–47: under 50 people, 50–100, 100–500, over 500; a hundred counts in the higher band, five hundred in the lower. */
export function bandRowOf(people: number): number {
	if (people < 50) return 44;
	if (people < 100) return 45;
	return people <= 500 ? 46 : 47;
}

/** Row 3, 5 and 51 are shares of two other rows: [numerator, denominator]. */
export const rates: ReadonlyMap<number, readonly [numerator: number, denominator: number]> =
	new Map([
		[formRow.handlingRate, [formRow.handled, formRow.screened]],
		[formRow.successRate, [formRow.resolved, formRow.handled]],
		[formRow.majorRate, [formRow.majorResolved, formRow.majorHandled]]
	]);
