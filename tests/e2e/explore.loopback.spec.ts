import { testThatExploreAgrees } from '../support/explore-agrees.ts';

testThatExploreAgrees({ seed: 20181126, sequences: 20, length: 3, inTurn: 5 });
