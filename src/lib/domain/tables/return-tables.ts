import { PERIOD_FORMS } from '#lib/domain/period-text.ts';
import type { TableSpec } from './column.ts';

/** What is sent up or published: returns, totals of the provincial form, money, surveys, figures once printed. */
export const RETURN_TABLES = {
	filings: {
		columns: {
			unit: { kind: 'reporting_unit', required: true },
			period: { kind: 'period', of: ['month', 'week'], required: true },
			due: { kind: 'date', required: true },
			filed_on: { kind: 'date' },
			kind: {
				kind: 'choice',
				of: ['filed', 'nil', 'late', 'returned', 'missing'],
				required: true
			},
			revision: { kind: 'integer', from: 0 }
		},
		unique: ['unit', 'period', 'revision']
	},
	declared: {
		columns: {
			area: { kind: 'area', required: true },
			period: { kind: 'period', of: PERIOD_FORMS, required: true },
			row: { kind: 'integer', from: 1, to: 52, required: true },
			level: {
				kind: 'choice',
				of: ['county', 'township', 'village', 'subtotal', 'year_to_date'],
				required: true
			},
			/** A count; in the rows of rates a share. */
			value: { kind: 'number', from: 0 }
		},
		unique: ['area', 'period', 'row', 'level']
	},
	budget: {
		columns: {
			level: { kind: 'text', required: true },
			area: { kind: 'area' },
			fund: { kind: 'text', required: true },
			period: { kind: 'period', of: PERIOD_FORMS, required: true },
			kind: { kind: 'choice', of: ['budgeted', 'paid'], required: true },
			amount: { kind: 'number', from: 0, required: true },
			/** The printed amount is a round one: the true one is at least that. */
			at_least: { kind: 'flag' }
		},
		unique: ['level', 'area', 'fund', 'period', 'kind']
	},
	surveys: {
		columns: {
			id: { kind: 'text', required: true },
			area: { kind: 'area', required: true },
			period: { kind: 'period', of: PERIOD_FORMS, required: true },
			measure: { kind: 'choice', of: ['safety', 'satisfaction', 'recognition'], required: true },
			n: { kind: 'integer', from: 1, required: true },
			value: { kind: 'number', from: 0, to: 1, required: true },
			method: { kind: 'text' }
		},
		unique: ['id']
	},
	filed_figures: {
		columns: {
			report: { kind: 'text', required: true },
			period: { kind: 'period', of: PERIOD_FORMS, required: true },
			filed_on: { kind: 'date', required: true },
			figure: { kind: 'text', required: true },
			value: { kind: 'number', required: true }
		},
		unique: ['report', 'period', 'figure']
	}
} as const satisfies Readonly<Record<string, TableSpec>>;
