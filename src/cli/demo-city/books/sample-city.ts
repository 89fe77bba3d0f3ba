import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import type { BookCase } from './book-case.ts';
import type { BookArea, BookCity } from './book-city.ts';
import { plusDays } from './dates.ts';
import { formLineOfType } from './returns/form-lines.ts';
import type { Silence } from './returns/silence.ts';

/**
 * A city of the right shape for the tests, made in no time: 5 county-level areas (3 districts), 60 townships (15 of
 * them streets), 481 villages, the first three of the first two townships in the zone. The product does not import it.
 */
export function sampleCity(): BookCity {
	const areas: BookArea[] = [];
	const add = (
		level: BookArea['level'],
		code: string,
		parent: string,
		zh: string,
		people: number
	) => {
		const place = areas.length;
		areas.push({
			code,
			name: { zh, en: `Place ${code}` },
			level,
			parent,
			urbanRural: level !== 'village' ? '' : zh.endsWith('社区') ? '111' : '220',
			population: people,
			lon: 104 + (place % 25) * 0.04,
			lat: 28 + Math.floor(place / 25) * 0.04
		});
		return code;
	};
	const city = add('city', '990100000000', '', '某市', 1_100_000);
	for (let township = 0; township < 60; township += 1) {
		const number = Math.floor(township / 12) + 1;
		const county = `99010${number}000000`;
		if (township % 12 === 0)
			add('county', county, city, `${number}号${number <= 3 ? '区' : '县'}`, 220_000);
		const isStreet = number <= 3 && township % 12 < 5;
		const rank = String((isStreet ? 1 : 110) + (township % 12)).padStart(3, '0');
		const zh = `${township + 1}号${isStreet ? '街道' : '镇'}`;
		const code = add('township', `99010${number}${rank}000`, county, zh, 30_000 - 300 * township);
		for (let village = 1; village <= (township === 0 ? 9 : 8); village += 1) {
			const own = code.slice(0, 9) + String(village).padStart(3, '0');
			const people = 4000 - 300 * village - township;
			add('village', own, code, `${village}号${isStreet ? '社区' : '村'}`, people);
		}
	}
	const villages = areas.filter(({ level }) => level === 'village');
	const homes = villages.map(({ code, parent }) => ({
		code,
		township: parent,
		inZone: parent.slice(4, 9) <= '01002' && Number(code.slice(9)) <= 3
	}));
	return { areas, homes };
}

export const sampleSilence: Silence = {
	silentVillage: '990105110007',
	nilVillage: '990105110008',
	silentFrom: '2018-06-25',
	silentTo: '2018-08-26'
};

const types = Object.keys(formLineOfType);
const quietVillages = [sampleSilence.silentVillage, sampleSilence.nilVillage];

/** Some 12 000 cases of 2014 to 2018, a fortieth of them found in a screening and not taken up. */
export function sampleCases(city: BookCity): BookCase[] {
	const random = new Random(1, 'sample-cases');
	const oneOf = <T>(list: readonly T[]): T => elementAt(list, random.integer(list.length));
	const homes = city.homes.filter(({ code }) => !quietVillages.includes(code));
	return Array.from({ length: 12_000 }, (_, index): BookCase => {
		const { code, township } = oneOf(homes);
		const county = township.slice(0, 6).padEnd(12, '0');
		const day = plusDays('2014-01-01', random.integer(1704));
		const isTakenUp = !random.isTrueWith(0.025);
		const isResolved = isTakenUp && random.isTrueWith(0.95);
		const closed = plusDays(day, random.integer(40));
		const isMajor = random.isTrueWith(0.04);
		const [area, level] = oneOf([
			[code, 'village'],
			[code, 'village'],
			[code, 'township'],
			[township, 'township'],
			[code, 'county'],
			[county, 'county']
		] as const);
		return {
			id: `YC-${index}`,
			screened_on: isTakenUp ? '' : day,
			opened_on: isTakenUp ? day : '',
			closed_on: isResolved && closed <= '2018-08-31' ? closed : '',
			area,
			handled_level: level,
			type: oneOf(types),
			channel: oneOf(['people', 'people', 'administrative', 'judicial', 'third_party']),
			source: oneOf(['reported', 'reported', 'screening_routine', 'screening_concentrated']),
			outcome: isResolved && closed <= '2018-08-31' ? 'resolved' : 'in_progress',
			major: isMajor ? 'yes' : 'no',
			people: 2 + random.integer(isMajor ? 700 : 20)
		};
	});
}
