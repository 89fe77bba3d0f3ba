/** Names of the tallies of a measure of the cases; none can be one of a manifest's, which have no space. */
export const counted = (column: string): string => `${column} count`;
export const among = (column: string): string => `${column} of`;

/** Cases that took so many days, by code of the bin. */
export const tookTally = (bin: string): string => `took ${bin}`;
