import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Places } from '#cli/demo-city/books/places.ts';
import type { Charter } from './organisation.ts';

/** Bodies that the city has once, and its two pilots. */
export function oneOfAKind({ city, counties }: Places): Charter[] {
	const first = elementAt(counties, 0);
	const last = elementAt(counties, counties.length - 1);
	return [
		{
			id: `SCH-${city.code}`,
			kind: 'school_committee',
			name: {
				zh: `${city.name.zh}校园纠纷人民调解委员会`,
				en: `${city.name.en} School Dispute Mediation Committee`
			},
			area: city,
			openedOn: '2015-09-01',
			matters: ['school'],
			isFree: true
		},
		{
			id: `PRO-${city.code}`,
			kind: 'property_window',
			name: {
				zh: `${city.name.zh}物业纠纷调解窗口`,
				en: `${city.name.en} Property Management Dispute Window`
			},
			area: city,
			openedOn: '2016-04-11',
			matters: ['property_management'],
			isFree: true
		},
		{
			id: `TPP-${city.code}`,
			kind: 'third_party_platform',
			name: {
				zh: `${city.name.zh}第三方调解服务平台`,
				en: `${city.name.en} Third-Party Mediation Platform`
			},
			area: city,
			openedOn: '2016-11-07',
			matters: ['contract', 'damages', 'construction', 'environment'],
			isFree: false
		},
		{
			id: `PIL-${first.code}`,
			kind: 'pilot',
			name: {
				zh: `${first.name.zh}诉调对接示范点`,
				en: `${first.name.en} Court Link Pilot`
			},
			area: first,
			openedOn: '2017-03-20',
			matters: ['marriage_family', 'contract', 'damages', 'judicial'],
			isFree: true
		},
		{
			id: `PIL-${last.code}`,
			kind: 'pilot',
			name: {
				zh: `${last.name.zh}律师调解示范点`,
				en: `${last.name.en} Lawyer Mediation Pilot`
			},
			area: last,
			openedOn: '2017-10-16',
			matters: ['contract', 'damages', 'land_contract', 'tenure'],
			isFree: true
		}
	];
}
