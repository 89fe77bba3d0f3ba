import type { Area, Home } from '#cli/demo-city/areas.ts';

/** A village as the books see it; `inZone` where it also belongs to the functional zone. */
export type BookHome = Pick<Home, 'code' | 'township' | 'county' | 'kind'> & { inZone?: boolean };

/** What the books need to know of the city. */
export interface BookCity {
	areas: readonly Area[];
	homes: readonly BookHome[];
}
