import type { Name } from '#cli/demo-city/names.ts';

/** The functional zone: it reports and signs as a unit, though its villages belong to two districts. */
export const zone: { code: string; name: Name } = {
	code: 'ZONE-YC',
	name: { zh: '云川高新区', en: 'Yunchuan High-tech Zone' }
};
