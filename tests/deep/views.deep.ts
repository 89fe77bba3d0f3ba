/** As `npm test` tries 20 looks at the demo city against its books by hand, 300 of another seed. */
import { resolve } from 'node:path';
import { demoCityByHand } from '../by-hand/demo-city.ts';
import { testThatViewsAgree } from '../support/views-agree.ts';
import { proofNamed } from './proofs.js';

testThatViewsAgree({
	dataset: 'demo-city',
	openByHand: () => demoCityByHand(resolve('data/demo-city')),
	seed: proofNamed('views').seed,
	views: 300,
	inTurn: 15,
	isMapDrawn: false
});
