import { getisOrd } from './getis-ord.ts';
import { contiguityLists } from './contiguity.ts';
import { emerging } from './emerging-hot-spots.ts';
import { densityClusters } from './dbscan.ts';
import { knoxTests } from './knox.ts';
import { densities } from './kernel-density.ts';
import { globalAutocorrelation } from './global-autocorrelation.ts';
import { classification } from './classification.ts';
import { distanceWeights } from './distance-weights.ts';
import { empiricalBayes } from './empirical-bayes.ts';
import { funnel } from './funnel.ts';
import { localMoranCase } from './local-moran.ts';
import { mannKendallTrends } from './mann-kendall.ts';
import { poissonGamma } from './poisson-gamma.ts';
import { rates } from './rates.ts';
import { scan } from './scan.ts';
import type { ReferenceMethod } from './reference-case.ts';

/** By the method's name in a case: how the product's own functions are held against it. */
export const METHODS: Readonly<Record<string, ReferenceMethod>> = {
	'Getis-Ord Gi and Gi*': getisOrd,
	'kernel density (intensity, no edge correction)': densities,
	'Knox space-time interaction test': knoxTests,
	DBSCAN: densityClusters,
	'emerging hot spots: Mann-Kendall on Gi* series': emerging,
	contiguity: contiguityLists,
	"global Moran's I and Geary's C": globalAutocorrelation,
	'Mann-Kendall trend test and Sen slope': mannKendallTrends,
	'choropleth classification: Fisher-Jenks natural breaks (optimal), quantile, equal, sd, head/tails':
		classification,
	"empirical Bayes smoothing: Marshall 1991 global and local; EB-standardised Moran's I (Assuncao & Reis 1999)":
		empiricalBayes,
	'empirical Bayes Poisson-gamma (Clayton & Kaldor 1987)': poissonGamma,
	'funnel plot limits (Spiegelhalter 2005)': funnel,
	'knn, distance band': distanceWeights,
	"local Moran's I": localMoranCase,
	'rates with intervals: Wilson score, Clopper-Pearson, exact Poisson (Garwood), Byar': rates,
	'Kulldorff spatial scan (discrete Poisson)': scan,
	'Kulldorff space-time scan (discrete Poisson), retrospective': scan,
	'Kulldorff space-time scan (discrete Poisson), prospective': scan
};

/** Methods that the product does not have yet: their cases count as failed, under this name. */
export const NOT_YET: readonly string[] = [
	'Poisson / negative binomial GLM with trend and harmonics',
	'endemic-epidemic model hhh4 (likelihood, coefficients, one-step-ahead scores)',
	'exponential smoothing (ETS), Holt-Winters, seasonal naive',
	'forecast scores: log score, CRPS/RPS, DSS, interval score, WIS, PIT, coverage, MASE',
	'hot-spot forecast scores: hit rate, PAI, PEI',
	'outbreak detection: Farrington 1996, Farrington flexible (Noufaily 2013), EARS C1-C3, CUSUM',
	'ranking with uncertainty (posterior ranks, 1 = highest)'
];
