import { resolve } from 'node:path';
import { demoCityByHand } from '../by-hand/demo-city.ts';
import { testThatViewsAgree } from '../support/views-agree.ts';

testThatViewsAgree({
	dataset: 'demo-city',
	openByHand: () => demoCityByHand(resolve('data/demo-city')),
	seed: 20180831,
	isMapDrawn: false
});
