/** As `npm test` tries a few sequences of gestures on the Explore page, 500 of another seed. */
import { testThatExploreAgrees } from '../support/explore-agrees.ts';
import { proofNamed } from './proofs.js';

testThatExploreAgrees({ seed: proofNamed('explore').seed, sequences: 500, length: 3, inTurn: 20 });
