import { Actor } from '#lib/actor/actor.ts';
import type { HotspotRequest, HotspotResult } from './hotspot-request.ts';

/** Searches in a worker, so that the page goes on answering. */
export const hotspotActor = (): Actor<HotspotRequest, HotspotResult> =>
	new Actor(
		() =>
			new Worker(new URL('./hotspot-worker.ts', import.meta.url), {
				type: 'module',
				name: 'hotspots'
			})
	);
