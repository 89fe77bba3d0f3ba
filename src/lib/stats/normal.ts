/** 97.5th percentile of the standard normal distribution: the z of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;
