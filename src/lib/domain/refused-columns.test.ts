import { describe, expect, it } from 'vitest';
import { manifestFaults } from './manifest-faults.ts';
import type { Manifest } from './manifest.ts';
import type { CaseMapping } from './mapping.ts';
import { smallIndex } from './small-dataset.ts';

/** A mapping that reads from every place that it can. */
const full: CaseMapping = {
	files: ['cases.csv'],
	id: { from: 'No' },
	area: { from: 'Village', clean: [], otherwise: 'point' },
	point: { lon: 'East', lat: 'North', notLocations: [] },
	opened_on: { from: 'Opened', format: 'YYYY-MM-DD' },
	due_on: { from: 'Due', format: 'YYYY-MM-DD' },
	closed_on: { from: 'Closed', format: 'YYYY-MM-DD' },
	people: { from: 'People' },
	dates: { paid_on: { from: 'Paid', format: 'YYYY-MM-DD' } },
	numbers: { amount: { from: 'Yuan' } },
	codes: {
		type: { from: ['Group', 'Kind'] },
		channel: { from: 'Way' },
		outcome: {
			rules: [
				{ when: { State: ['open'] }, code: 'open' },
				{ when: { State: ['done'], Ending: { matches: 'agreed' } }, code: 'resolved' }
			]
		},
		in_time: { derived: 'in_time' }
	},
	derivedColumns: { Ending: { from: 'Remarks', patterns: [], otherwise: 'other' } },
	refused: []
};

function faultsIn(manifest: Manifest): { field: string; value: string }[] {
	const faults = manifestFaults(manifest);
	expect(faults.every(({ reason }) => reason === 'field-refused')).toBe(true);
	return faults.map(({ path, value }) => ({ field: path.join('.'), value }));
}

function faultsWith(refused: string[]): { field: string; value: string }[] {
	const manifest: Manifest = smallIndex().manifest;
	const names = { name: { zh: '名', en: 'Name' }, codes: [] };
	manifest.codeLists = { ...manifest.codeLists, channel: names, in_time: names };
	manifest.cases = { ...full, refused };
	return faultsIn(manifest);
}

describe('a refused column', () => {
	it('that the mapping does not name is no fault', () => {
		expect(faultsWith(['Applicant', 'Phone', 'Grou', 'derived'])).toEqual([]);
	});

	it.each([
		['No', 'cases.id.from'],
		['Village', 'cases.area.from'],
		['East', 'cases.point.lon'],
		['North', 'cases.point.lat'],
		['Opened', 'cases.opened_on.from'],
		['Due', 'cases.due_on.from'],
		['Closed', 'cases.closed_on.from'],
		['People', 'cases.people.from'],
		['Paid', 'cases.dates.paid_on.from'],
		['Yuan', 'cases.numbers.amount.from'],
		['Group', 'cases.codes.type.from'],
		['Kind', 'cases.codes.type.from'],
		['Way', 'cases.codes.channel.from'],
		['State', 'cases.codes.outcome.rules'],
		['Ending', 'cases.codes.outcome.rules'],
		['Remarks', 'cases.derivedColumns.Ending.from']
	])('that the mapping names is found: %s in %s', (column, field) => {
		expect(faultsWith(['Applicant', column])).toEqual([{ field, value: column }]);
	});

	it.each(['phone number', 'PHONE NUMBER', ' Phone Number '])(
		'is found without regard to case and blanks: "%s"',
		(written) => {
			const manifest = smallIndex().manifest;
			manifest.cases.people = { from: 'Phone Number' };
			manifest.cases.refused = [written];
			expect(faultsIn(manifest)).toEqual([{ field: 'cases.people.from', value: 'Phone Number' }]);
		}
	);
});
