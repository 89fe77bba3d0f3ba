import { testThatExploreAgrees } from '../support/explore-agrees.ts';

testThatExploreAgrees({ seed: 20181126, sequences: 8, length: 3, inTurn: 4 });
