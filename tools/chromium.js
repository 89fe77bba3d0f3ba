// @ts-check
/** Finds a Chromium for the end-to-end tests: the one that is named, one that is installed, or one it may install. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge'
];

const advice = [
	'No Chromium-based browser was found. Do one of these:',
	'  - Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk',
	'  - elsewhere: install Chromium, Google Chrome or Microsoft Edge, so that its command is on the PATH',
	'  - name an installed one:  CHROMIUM_PATH=/path/to/chrome npm test'
].join('\n');

/**
 * @typedef {object} Surroundings what the search touches; given in tests
 * @property {NodeJS.ProcessEnv} env
 * @property {(command: string) => string | undefined} which the full path of a command
 * @property {(command: string, args: string[]) => { ok: boolean, output: string }} run
 * @property {(path: string) => boolean} isFile
 * @property {boolean} isRoot
 */

/** @type {Surroundings} */
const thisMachine = {
	env: process.env,
	which(command) {
		const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
		return folders.map((folder) => join(folder, command)).find(isExecutable);
	},
	run(command, args) {
		const { status, stdout } = spawnSync(command, args, {
			encoding: 'utf8',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		return { ok: status === 0, output: stdout ?? '' };
	},
	isFile: existsSync,
	isRoot: process.getuid?.() === 0
};

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * @param {Partial<Surroundings>} [given]
 * @returns {string} the path of the browser
 * @throws {Error} that says what to install
 */
export function findChromium(given = {}) {
	const { env, which, run, isFile, isRoot } = { ...thisMachine, ...given };
	const mayInstall = isRoot && isFile('/etc/debian_version') && which('apt-get') !== undefined;
	/** @param {...string} packages */
	const install = (...packages) =>
		run('apt-get', ['update', '-q']).ok && run('apt-get', ['install', '-y', '-q', ...packages]).ok;
	const installed = () => commands.map(which).find((path) => path !== undefined);

	const named = env['CHROMIUM_PATH'];
	if (named && !isFile(named)) throw new Error(`CHROMIUM_PATH: there is no file ${named}.`);
	const browser =
		named ?? installed() ?? (mayInstall && install('chromium') ? installed() : undefined);
	if (!browser) throw new Error(advice);

	// Without a Chinese font every label is a row of boxes, and pictures prove nothing.
	if (mayInstall && run('fc-list', [':lang=zh']).output.trim() === '') install('fonts-noto-cjk');
	return browser;
}
