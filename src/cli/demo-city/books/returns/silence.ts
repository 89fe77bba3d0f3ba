/** Two villages of the planted truth: over the same weeks one files nothing, the other nil returns. */
export interface Silence {
	silentVillage: string;
	nilVillage: string;
	/** The first and the last day; a week belongs when its Monday does. */
	silentFrom: string;
	silentTo: string;
}
