import { zoneCode } from '#cli/demo-city/codes.ts';
import { zoneName } from '#cli/demo-city/names/townships.ts';

/** The functional zone: it reports and signs as a unit, though its villages belong to two districts. */
export const zone = { code: zoneCode, name: zoneName };
