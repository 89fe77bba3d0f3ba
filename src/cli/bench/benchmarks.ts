import { answer } from './answer.ts';
import type { Benchmark } from './benchmark.ts';
import { engine } from './engine.ts';
import { explore } from './explore.ts';
import { ready } from './ready.ts';

/** Every benchmark by its name, in the order in which all of them run. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = { ready, engine, answer, explore };
