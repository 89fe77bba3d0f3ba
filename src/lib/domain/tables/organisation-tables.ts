import type { TableSpec } from './column.ts';

/** Kinds of organisation of a mediation system. */
export const ORGANISATION_KINDS = [
	'coordination_centre',
	'people_mediation_committee',
	'marriage_family_room',
	'medical_committee',
	'traffic_platform',
	'labour_tribunal',
	'consumer_station',
	'school_committee',
	'property_window',
	'third_party_platform',
	'pilot'
] as const;

/** Who there is: responsible units (posts, never persons), zones across areas, organisations and their posts. */
export const ORGANISATION_TABLES = {
	units: {
		columns: {
			code: { kind: 'text', required: true },
			name_zh: { kind: 'text', required: true },
			name_en: { kind: 'text', required: true },
			kind: { kind: 'choice', of: ['county', 'zone', 'department'], required: true },
			area: { kind: 'area' },
			lead_post_zh: { kind: 'text' },
			lead_post_en: { kind: 'text' },
			staff_post_zh: { kind: 'text' },
			staff_post_en: { kind: 'text' }
		},
		unique: ['code']
	},
	zones: {
		columns: {
			code: { kind: 'text', required: true },
			name_zh: { kind: 'text', required: true },
			name_en: { kind: 'text', required: true }
		},
		unique: ['code']
	},
	zone_areas: {
		columns: {
			zone: { kind: 'reference', table: 'zones', required: true },
			area: { kind: 'area', level: 0, required: true }
		},
		unique: ['zone', 'area']
	},
	organisations: {
		columns: {
			id: { kind: 'text', required: true },
			kind: { kind: 'choice', of: ORGANISATION_KINDS, required: true },
			name_zh: { kind: 'text', required: true },
			name_en: { kind: 'text', required: true },
			area: { kind: 'area', required: true },
			/** Empty: its own area. */
			serves: { kind: 'areas' },
			lon: { kind: 'number', from: -180, to: 180 },
			lat: { kind: 'number', from: -90, to: 90 },
			opened_on: { kind: 'date', required: true },
			closed_on: { kind: 'date' },
			address_zh: { kind: 'text' },
			address_en: { kind: 'text' },
			phone: { kind: 'text' },
			hours_zh: { kind: 'text' },
			hours_en: { kind: 'text' },
			matters: { kind: 'codes', list: 'type' },
			free: { kind: 'flag' },
			accessible: { kind: 'flag' }
		},
		unique: ['id'],
		inOrder: [['opened_on', 'closed_on']],
		together: [
			['lon', 'lat'],
			['lat', 'lon']
		],
		active: { from: 'opened_on', to: 'closed_on' }
	},
	posts: {
		columns: {
			organisation: { kind: 'reference', table: 'organisations', required: true },
			post: {
				kind: 'choice',
				of: ['director', 'full_time_deputy_director', 'mediator'],
				required: true
			},
			from: { kind: 'date', required: true },
			required: { kind: 'integer', from: 0, required: true },
			filled: { kind: 'integer', from: 0, required: true }
		},
		unique: ['organisation', 'post', 'from'],
		atMost: [['filled', 'required']],
		steps: { from: 'from', of: ['organisation', 'post'] }
	}
} as const satisfies Readonly<Record<string, TableSpec>>;
