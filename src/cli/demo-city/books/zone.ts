import type { Text } from '#lib/domain/text.ts';

/** The functional zone: it reports and signs as a unit, though its villages belong to two districts. */
export const zone: { code: string; name: Text } = {
	code: '990171000000',
	name: { zh: '云川高新区', en: 'Yunchuan High-tech Zone' }
};
