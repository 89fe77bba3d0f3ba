import * as v from 'valibot';
import { kernelDensity, scottBandwidth, type Kernel } from '#lib/stats/kernel-density.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.number());
const Inputs = v.object({
	x: Numbers,
	y: Numbers,
	grid_x: Numbers,
	grid_y: Numbers,
	grid_order: v.literal('x fastest')
});
const Tolerance = v.object({ rel: v.number(), abs_rel_to_max: v.number() });
const Runs = v.array(v.looseObject({ bandwidth: v.number() }));
const KERNELS: Readonly<Record<string, Kernel>> = {
	gaussian_intensity: 'gaussian',
	quartic_intensity: 'quartic',
	epanechnikov_intensity: 'epanechnikov'
};

export function densities(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const inputs = v.parse(Inputs, one.inputs);
	const { rel, abs_rel_to_max } = v.parse(Tolerance, one.tolerance);
	const [x, y] = [Float64Array.from(inputs.x), Float64Array.from(inputs.y)];
	const grid = { x: Float64Array.from(inputs.grid_x), y: Float64Array.from(inputs.grid_y) };
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'scott_bandwidth_xy') {
			comparison.closeAll(key, [scottBandwidth(x), scottBandwidth(y)], expected, { rel });
		} else if (key === 'runs') {
			v.parse(Runs, expected).forEach(({ bandwidth, ...entries }, i) => {
				for (const [name, value] of Object.entries(entries)) {
					const at = `runs.${String(i)}.${name}`;
					const kernel = KERNELS[name];
					if (!kernel) {
						comparison.holds(at, false, 'unknown entry');
						continue;
					}
					const most = Math.max(...v.parse(Numbers, value));
					const ours = kernelDensity({ x, y }, grid, bandwidth, kernel);
					comparison.closeAll(at, ours, value, { rel, abs: abs_rel_to_max * most });
				}
			});
		}
	}
}
