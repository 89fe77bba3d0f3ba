import type { AreaTree } from '#lib/domain/area.ts';
import type { CaseMapping } from '#lib/domain/mapping.ts';
import type { Boundary } from './boundary.ts';
import { makePointFault, type PointFault } from './point-fault.ts';
import { makeLocator } from './locate.ts';
import type { Cell } from './coded-value.ts';

/** How an area was found; the counts of these are part of the account of a dataset. */
export type AreaSource = 'area_stated' | 'area_from_point' | 'area_unknown';

export interface Placed {
	/** Position in the area tree; undefined where the row must be rejected. */
	readonly area: number | undefined;
	readonly source: AreaSource;
	/** NaN where there is no point, or only one that is not a location. */
	readonly lon: number;
	readonly lat: number;
	readonly defaultPoint: boolean;
	/** Why the point cannot be one of this city's: the row must be rejected. */
	readonly pointFault: PointFault | undefined;
}

/** Publishers round coordinates: what differs by less than half of 0.0001 degrees is the same point. */
const SAME_POINT = 0.00005;

/** The stated area, else the area that the point lies in, else the whole city. */
export function makePlacing(
	mapping: CaseMapping,
	areas: AreaTree,
	leaves: ReadonlyMap<string, Boundary>
): (cell: Cell) => Placed {
	const locate = makeLocator(leaves);
	const faultOf = makePointFault(leaves.values());
	return (cell) => {
		const point = pointOf(mapping, cell, faultOf);
		const stated = areas.position.get(cleaned(cell(mapping.area.from), mapping.area.clean));
		if (stated !== undefined) return { ...point, area: stated, source: 'area_stated' };
		if (mapping.area.otherwise === 'reject') {
			return { ...point, area: undefined, source: 'area_unknown' };
		}
		const code = Number.isNaN(point.lon) ? undefined : locate(point.lon, point.lat);
		const found = code === undefined ? undefined : areas.position.get(code);
		if (found !== undefined) return { ...point, area: found, source: 'area_from_point' };
		return { ...point, area: 0, source: 'area_unknown' };
	};
}

function pointOf(
	mapping: CaseMapping,
	cell: Cell,
	faultOf: (lon: number, lat: number) => PointFault | undefined
): Pick<Placed, 'lon' | 'lat' | 'defaultPoint' | 'pointFault'> {
	const nowhere = { lon: NaN, lat: NaN, defaultPoint: false, pointFault: undefined };
	if (!mapping.point) return nowhere;
	const texts = [cell(mapping.point.lon).trim(), cell(mapping.point.lat).trim()];
	if (texts.includes('')) return nowhere;
	const [lon = NaN, lat = NaN] = texts.map(Number);
	if (!Number.isFinite(lon) || !Number.isFinite(lat)) return nowhere;
	const isDefault = mapping.point.notLocations.some(
		([x, y]) => Math.abs(x - lon) < SAME_POINT && Math.abs(y - lat) < SAME_POINT
	);
	if (isDefault) return { ...nowhere, defaultPoint: true };
	const pointFault = faultOf(lon, lat);
	return pointFault ? { ...nowhere, pointFault } : { ...nowhere, lon, lat };
}

function cleaned(text: string, steps: CaseMapping['area']['clean']): string {
	let code = text.trim();
	for (const step of steps) {
		if (step === 'drop-decimals') code = code.replace(/\.0*$/, '');
		else if (code !== '') code = code.padStart(step.padStart, '0');
	}
	return code;
}
