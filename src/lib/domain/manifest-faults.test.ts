import { describe, expect, it } from 'vitest';
import { manifestFaults, type ManifestFault } from './manifest-faults.ts';
import type { Manifest } from './manifest.ts';
import { smallIndex } from './small-dataset.ts';

const valid = (): Manifest => smallIndex().manifest;
const TALLIES = 'handled, resolved';

type Expected = [path: string, value: string, reason: ManifestFault['reason'], expected?: string];

function faultsOf(damage: (manifest: Manifest) => unknown): Expected[] {
	const manifest = valid();
	damage(manifest);
	return manifestFaults(manifest).map(({ path, value, reason, expected }): Expected => [
		path.join('.'),
		value,
		reason,
		...(expected === undefined ? ([] as const) : ([expected] as const))
	]);
}

describe('what contradicts itself in a manifest', () => {
	it('is nothing in a sound one', () => {
		expect(manifestFaults(valid())).toEqual([]);
	});

	it.each<[string, (manifest: Manifest) => unknown, Expected[]]>([
		[
			'a tally of a column without a list',
			({ tallies }) =>
				tallies.push({ id: 'fast', name: { zh: '快', en: 'F' }, where: { in_time: ['yes'] } }),
			[['tallies.2.where', 'in_time', 'field-name-unknown', 'type, outcome']]
		],
		[
			'origins of a column without a list, and a campaign of one',
			(manifest) =>
				Object.assign(manifest, {
					origins: { column: 'source', applied: ['a'], discovered: ['b'], campaign: 'drive' }
				}),
			[
				['origins.column', 'source', 'field-name-unknown', 'type, outcome'],
				['origins.campaign', 'drive', 'field-name-unknown', 'type, outcome']
			]
		],
		[
			'origins that its list does not have',
			(manifest) =>
				Object.assign(manifest, {
					origins: { column: 'outcome', applied: ['gone'], discovered: ['open', 'lost'] }
				}),
			[
				['origins.applied', 'gone', 'field-name-unknown', 'resolved, open'],
				['origins.discovered', 'lost', 'field-name-unknown', 'resolved, open']
			]
		],
		[
			'two layers of context with one id',
			(manifest) =>
				Object.assign(manifest, {
					context: ['river', 'road'].map((kind) => ({ id: 'way', kind, file: 'ways.geojson' }))
				}),
			[['context.1.id', 'way', 'field-duplicate']]
		],
		[
			'a numerator that is no tally',
			({ indicators }) => Object.assign(indicators[0] ?? {}, { numerator: 'closed' }),
			[['indicators.0.numerator', 'closed', 'field-name-unknown', TALLIES]]
		],
		[
			'a denominator that is no tally',
			({ indicators }) => Object.assign(indicators[1] ?? {}, { denominator: 'screened' }),
			[['indicators.1.denominator', 'screened', 'field-name-unknown', TALLIES]]
		],
		[
			'a coded column without a list',
			({ cases }) => Object.assign(cases.codes, { channel: { from: 'channel' } }),
			[['cases.codes', 'channel', 'field-name-unknown', 'type, outcome']]
		],
		[
			'a list without a coded column',
			({ codeLists }) =>
				Object.assign(codeLists, { channel: { name: { zh: '渠道', en: 'Channel' }, codes: [] } }),
			[['codeLists', 'channel', 'field-name-unknown', 'type, outcome']]
		],
		[
			'further columns under names that are taken',
			({ cases }) =>
				Object.assign(cases, {
					dates: {
						closed_on: { from: 'closed', format: 'YYYY-MM-DD' },
						paid_on: { from: 'paid', format: 'YYYY-MM-DD' }
					},
					numbers: { type: { from: 'kind' }, paid_on: { from: 'paid' }, amount: { from: 'yuan' } }
				}),
			[
				['cases.dates.closed_on', 'closed_on', 'field-duplicate'],
				['cases.numbers.type', 'type', 'field-duplicate'],
				['cases.numbers.paid_on', 'paid_on', 'field-duplicate']
			]
		],
		[
			'a list that is nowhere',
			({ codeLists }) => {
				codeLists['type'] = { name: { zh: '类', en: 'T' } };
			},
			[['codeLists.type', '{}', 'field-shape', 'file / codes']]
		],
		[
			'an opening level that is not defined',
			({ opening }) => Object.assign(opening, { level: 'ward' }),
			[['opening.level', 'ward', 'field-name-unknown', 'village, county, city']]
		],
		[
			'headline figures that are not defined, each',
			({ opening }) => opening.headline.push('speed', 'depth'),
			[
				['opening.headline', 'speed', 'field-name-unknown', 'cases, success, rate'],
				['opening.headline', 'depth', 'field-name-unknown', 'cases, success, rate']
			]
		],
		[
			'an id that stands twice',
			({ tallies }) => tallies.push({ id: 'handled', name: { zh: '受', en: 'H' }, where: {} }),
			[['tallies.2.id', 'handled', 'field-duplicate']]
		],
		[
			'a period that ends before it begins',
			(manifest) => Object.assign(manifest.period, { from: '2021-06-01', to: '2020-01-01' }),
			[['period', '2021-06-01 – 2020-01-01', 'field-period']]
		],
		[
			'an opening that ends before it begins',
			({ opening }) => Object.assign(opening, { from: '2020-12', to: '2020-01' }),
			[['opening', '2020-12 – 2020-01', 'field-period']]
		]
	])('is found: %s', (_, damage, expected) => {
		expect(faultsOf(damage)).toEqual(expected);
	});

	it('is told every one of them', () => {
		const faults = faultsOf((manifest) => {
			manifest.tallies = manifest.tallies.slice(0, 1);
			manifest.opening.level = 'ward';
		});
		expect(faults.map(([path]) => path)).toEqual(['indicators.1.numerator', 'opening.level']);
	});

	it('is not the population, which is no tally', () => {
		const faults = faultsOf((manifest) => {
			manifest.indicators = manifest.indicators.filter(({ kind }) => kind === 'rate');
			Object.assign(manifest.opening, { indicator: manifest.indicators[0]?.id, headline: [] });
		});
		expect(faults).toEqual([]);
	});
});
