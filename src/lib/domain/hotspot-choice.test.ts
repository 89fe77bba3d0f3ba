import { describe, expect, it } from 'vitest';
import { formatHotspotView, parseHotspotView } from './hotspot-choice.ts';
import { smallDataset } from './small-dataset.ts';

const dataset = smallDataset();

describe('the link of hot spots', () => {
	it.each(['', 'method=moran'])('comes back as it was: "%s"', (query) => {
		const { view, notices } = parseHotspotView(dataset, new URLSearchParams(query));
		expect(notices).toEqual([]);
		expect(formatHotspotView(dataset, view).toString()).toBe(query);
	});

	it.each(['satscan', '', "'); DROP TABLE cases; --", 'x'.repeat(500)])(
		'says that there is no such method: %s',
		(value) => {
			const { view, notices } = parseHotspotView(dataset, new URLSearchParams({ method: value }));
			expect(view.method).toBe('gi');
			expect(notices).toEqual([{ field: 'method', value: value.slice(0, 40) }]);
		}
	);
});
