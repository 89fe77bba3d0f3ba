import { serve } from '#lib/actor/serve.ts';
import type { HotspotRequest, HotspotResult } from './hotspot-request.ts';
import { hotspotsOf } from './hotspots.ts';
import { ringsOf } from './level-rings.ts';

serve(globalThis, (request: HotspotRequest, onProgress): HotspotResult => {
	const { topology, main, other } = request;
	const rings = {
		main: ringsOf(topology, main.level, main.codes),
		other: other && ringsOf(topology, other.level, other.codes)
	};
	return hotspotsOf(request, rings, onProgress);
});
