import type { CutNotice } from '#lib/domain/cut.ts';
import type { HotspotNotice } from '#lib/domain/hotspot-choice.ts';
import type { City } from './city.ts';

export type Notice = HotspotNotice | CutNotice | { readonly field: 'd'; readonly value: string };

/** An arrival at a link, for a page that reads the link in its own way. */
export interface Visit {
	readonly city: City;
	readonly params: URLSearchParams;
	/** Aborted when the reader has gone on to another link. */
	readonly signal: AbortSignal;
	/** When the reader did what led here; see `lastInput`. */
	readonly began: number;
}

/** A page that asks questions of its own about the city that is open. While it attends, no View is read or counted. */
export interface Guest {
	/** What of a link could not be understood. */
	read(visit: Visit): readonly Notice[];
	/** Makes the page agree with the link. */
	answer(visit: Visit): Promise<void>;
}
