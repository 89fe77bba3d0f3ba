import type { Browser } from '@playwright/test';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Line } from './line.ts';

/** A city that was built for the benchmark, as the site offers it. */
export interface BuiltCity {
	readonly id: string;
	readonly rows: number;
	readonly dataset: Dataset;
	/** The case rows as an Arrow IPC stream: what the browser loads, for another engine to load. */
	readonly arrow: Uint8Array;
}

/** A city of a size that was asked for. */
export interface SizedCity {
	readonly city: BuiltCity;
	/** Clears it away: ten million cases fill most of a gigabyte. */
	readonly remove: () => void;
}

/** Seeded: the same choices in every run. */
export interface Random {
	/** 0 … count − 1 */
	integer(count: number): number;
	isTrueWith(probability: number): boolean;
}

/** What a benchmark works with. Browser and site start when they are first asked for. */
export interface Stage {
	/** Repetitions that the caller wants instead of the benchmark's own number. */
	readonly runs: number | undefined;
	readonly cities: readonly BuiltCity[];
	/** Numbers of cases that a benchmark by size measures; empty where a city was asked for by name. */
	readonly sizes: readonly number[];
	/** The demo city with so many cases. */
	sizedCity(rows: number): Promise<SizedCity>;
	/** The folder that the site offers as `data/`. */
	readonly data: string;
	browser(): Promise<Browser>;
	/** The page of a city on a site that offers all of `cities`. */
	addressOf(city: BuiltCity): Promise<string>;
	/** Choices for a stream of this name. */
	random(stream: string): Random;
	/** One line for the person who waits. */
	say(text: string): void;
}

/** A benchmark: a file of this folder and a line in `benchmarks.ts`. */
export interface Benchmark {
	/** Whether `stage.cities` must be built before it. */
	readonly ofCities: boolean;
	/** Lines in the order in which they are measured; each is printed at once. */
	readonly measure: (stage: Stage) => AsyncGenerator<Line, void, undefined>;
}

/** Something that a benchmark needs is not on this machine; the message says what and how to get it. */
export class MissingTool extends Error {}
