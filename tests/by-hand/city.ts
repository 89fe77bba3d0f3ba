/** What a city's books say, read by hand: nothing here knows how the site reads them. */
export type Language = 'zh' | 'en';
export type Names = Readonly<Record<Language, string>>;
export type Sort = 'value' | 'numerator' | 'denominator' | 'name';

/** What is looked at. Every field is said, also where a link would leave it out. */
export interface View {
	readonly area: string;
	readonly level: string;
	readonly from: string;
	readonly to: string;
	readonly types: readonly string[];
	readonly indicator: string;
	readonly sort: Sort;
	readonly ascending: boolean;
}

export interface Area {
	readonly code: string;
	readonly name: Names;
	readonly level: string;
	/** Empty for the whole city. */
	readonly parent: string;
	readonly population: number;
	/** A point inside, in degrees; only where the books say one. */
	readonly point?: readonly [lon: number, lat: number];
}

/** A measure as its definition in the dataset words it; numerator and denominator are columns of counts. */
export interface Indicator {
	readonly id: string;
	readonly kind: 'count' | 'share' | 'rate';
	readonly name: Names;
	readonly numerator: string;
	/** Undefined for a count, and for a rate: that is over residents. */
	readonly denominator?: string;
	readonly numeratorName: Names;
}

/** Numbers of cases, by what is counted: handled, resolved, … */
export type Counts = Readonly<Record<string, number>>;

export interface CityByHand {
	/** Finest first. */
	readonly levels: readonly { readonly id: string; readonly name: Names; readonly one: Names }[];
	/** In the order of a printed list: each area before its parts, parts by their codes. */
	readonly areas: readonly Area[];
	readonly months: readonly string[];
	/** Groups and their types. */
	readonly types: readonly { readonly code: string; readonly name: Names }[];
	readonly indicators: readonly Indicator[];
	/** Ids of the indicators that stand at the top, in their order. */
	readonly headline: readonly string[];
	/** All cases of the books. */
	readonly cases: number;
	/** Cases of the view's period and types, for every area with all its parts. */
	countsByArea(view: View): Promise<ReadonlyMap<string, Counts>>;
	/** Cases of the view's types in the area that is open, for every month. */
	countsByMonth(view: View): Promise<ReadonlyMap<string, Counts>>;
}
