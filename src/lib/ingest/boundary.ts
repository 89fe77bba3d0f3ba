import type { Feature, MultiPolygon, Polygon } from 'geojson';

/** The boundary of one area, with the source's own properties. */
export type Boundary = Feature<Polygon | MultiPolygon, Record<string, unknown>>;
