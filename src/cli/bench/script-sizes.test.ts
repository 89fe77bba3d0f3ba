import { expect, it } from 'vitest';
import { scriptSizes } from './script-sizes.ts';

it('splits the scripts of a page into MapLibre and all others, the largest first', () => {
	const scripts = [
		{ file: 'entry/start.js', text: 'import("./app.js")', packed: 10 },
		{ file: 'workers/maplibre-gl-worker-A1.js', text: 'self.onmessage=…', packed: 150 },
		{ file: 'chunks/A2.js', text: 'e.classList.add("maplibregl-map")', packed: 290 },
		{ file: 'nodes/2.js', text: '.maplibregl-ctrl-zoom-in', packed: 30 }
	];
	expect(scriptSizes(scripts)).toEqual({
		own: 40,
		map: 440,
		files: [
			{ file: 'chunks/A2.js', bytes: 290 },
			{ file: 'workers/maplibre-gl-worker-A1.js', bytes: 150 },
			{ file: 'nodes/2.js', bytes: 30 },
			{ file: 'entry/start.js', bytes: 10 }
		]
	});
});

it('finds nothing where there is nothing', () => {
	expect(scriptSizes([])).toEqual({ own: 0, map: 0, files: [] });
});
