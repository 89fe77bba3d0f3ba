import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { m } from '#lib/i18n/messages/messages.js';
import type { BuiltCity, Stage } from './benchmark.ts';
import { newReader } from './browser.ts';
import type { Peer } from './line.ts';
import { memoryOfTab } from './memory.ts';

/** Where the pages of the peers lie, with packages of their own. */
const FOLDER = join('bench', 'peers');

/** Hetu's own questions and cubes without its page go first. */
export const PEERS: readonly ('Hetu' | Peer)[] = [
	'Hetu',
	'Mosaic',
	'Mosaic without throttle',
	'DuckDB without cubes'
];

/** Rounds, each with one pick, one brush of so many moves, one switch of the dimension that is brushed. */
const ROUNDS = 8;
const MOVES = 20;
/** Later moves where each asks DuckDB for every panel. */
const ASKED_MOVES = 5;

/** Milliseconds from an event to the data of every panel; MB. */
export interface PeerAnswers {
	readonly load: number;
	readonly discrete: number[];
	readonly first: number[];
	readonly moves: number[];
	readonly switched: number[];
	/** Cases that met every condition, answer by answer: the same for all who answer rightly. */
	readonly totals: number[];
	readonly memory?: number | undefined;
}

interface PeerPage {
	measurePeer(options: {
		peer: string;
		dataset: string;
		rounds: number;
		moves: number;
	}): Promise<PeerAnswers>;
}

let built: Promise<string | undefined> | undefined;

/** Lets a peer do the same picks and brushes on the same rows; undefined where the peers are not installed. */
export async function peerAnswers(
	stage: Stage,
	city: BuiltCity,
	peer: (typeof PEERS)[number]
): Promise<PeerAnswers | undefined> {
	built ??= buildPages(stage);
	if ((await built) === undefined) return undefined;
	const browser = await stage.browser();
	const reader = await newReader(browser);
	try {
		const page = await reader.newPage();
		const overview = new URL(await stage.addressOf(city));
		await page.goto(new URL('data/peers/', overview).href);
		await page.waitForFunction(() => 'measurePeer' in globalThis);
		const options = {
			peer,
			dataset: city.id,
			rounds: stage.runs ?? ROUNDS,
			moves: peer === 'DuckDB without cubes' ? ASKED_MOVES : MOVES
		};
		const answers = await page.evaluate(
			(asked) => (globalThis as unknown as PeerPage).measurePeer(asked),
			options
		);
		return { ...answers, memory: await memoryOfTab(browser) };
	} finally {
		await reader.close();
	}
}

/** Bundles the peers' pages into the folder that the site offers, where every request stays on the loopback address. */
async function buildPages(stage: Stage): Promise<string | undefined> {
	if (!existsSync(join(FOLDER, 'node_modules'))) {
		stage.say(m.bench_no_peers());
		return undefined;
	}
	const { build } = await import('vite');
	const outDir = join(resolve(stage.data), 'peers');
	await build({
		configFile: join(FOLDER, 'vite.config.js'),
		root: FOLDER,
		build: { outDir },
		logLevel: 'error'
	});
	return outDir;
}
