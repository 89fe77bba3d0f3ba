import type { Topology } from 'topojson-specification';
import type { Cube } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { View } from '#lib/domain/view.ts';
import type { Answers } from './answers.ts';

/** A city that is open: what does not change while its View does. */
export interface City {
	readonly dataset: Dataset;
	readonly boundaries: Topology;
	readonly answers: Answers;
}

/** A View together with its numbers: what panels draw. It may lag behind the View that is asked for. */
export interface Shown {
	readonly city: City;
	readonly view: View;
	readonly cube: Cube;
}
