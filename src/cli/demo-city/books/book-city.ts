import type { Area, Home } from '#cli/demo-city/areas.ts';
import type { Text } from '#lib/domain/text.ts';

export type BookArea = Pick<
	Area,
	'code' | 'level' | 'parent' | 'urbanRural' | 'population' | 'lon' | 'lat'
> & { name: Text };

/** A village as the books see it; `inZone` where it also belongs to the functional zone. */
export type BookHome = Pick<Home, 'code' | 'township'> & { inZone?: boolean };

/** What the books need to know of the city. */
export interface BookCity {
	areas: readonly BookArea[];
	homes: readonly BookHome[];
}
