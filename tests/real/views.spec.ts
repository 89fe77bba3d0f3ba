import { join, resolve } from 'node:path';
import { bostonByHand } from '../by-hand/boston.ts';
import { testThatViewsAgree } from '../support/views-agree.ts';

testThatViewsAgree({
	dataset: 'boston',
	openByHand: () =>
		bostonByHand(join(process.env['REAL_DATA'] ?? '', 'boston'), resolve('data/boston/types.csv')),
	seed: 20151231
});
