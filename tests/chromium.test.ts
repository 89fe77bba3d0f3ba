import { expect, test } from 'vitest';
import { findChromium } from '../tools/chromium.js';

/** A machine with these commands on its path, where apt-get can add `chromium`. */
function machine(installed: string[], { isRoot = true, isDebian = true, hasFont = true } = {}) {
	const commands = new Set(installed);
	const ran: string[] = [];
	return {
		ran,
		env: {},
		isRoot,
		isFile: (path: string) =>
			path === '/opt/chrome' || (isDebian && path === '/etc/debian_version'),
		which: (command: string) => (commands.has(command) ? `/usr/bin/${command}` : undefined),
		run(command: string, args: string[]) {
			if (command === 'fc-list') return { ok: true, output: hasFont ? 'Noto Sans CJK SC' : '' };
			ran.push([command, ...args].join(' '));
			if (args.includes('chromium')) commands.add('chromium');
			return { ok: true, output: '' };
		}
	};
}

test('the named browser wins', () => {
	const env = { CHROMIUM_PATH: '/opt/chrome' };
	expect(findChromium({ ...machine(['chromium']), env })).toBe('/opt/chrome');
});

test('a named browser that is not there is an error, not a reason to take another', () => {
	const env = { CHROMIUM_PATH: '/opt/gone' };
	expect(() => findChromium({ ...machine(['chromium']), env })).toThrow(
		'there is no file /opt/gone'
	);
});

test('an installed browser is taken in the order of preference and nothing is installed', () => {
	const one = machine(['apt-get', 'microsoft-edge', 'google-chrome']);
	expect(findChromium(one)).toBe('/usr/bin/google-chrome');
	expect(one.ran).toEqual([]);
});

test('root on Debian installs the browser', () => {
	const one = machine(['apt-get']);
	expect(findChromium(one)).toBe('/usr/bin/chromium');
	expect(one.ran).toEqual(['apt-get update -q', 'apt-get install -y -q chromium']);
});

test('a missing Chinese font is installed too', () => {
	const one = machine(['apt-get', 'chromium'], { hasFont: false });
	findChromium(one);
	expect(one.ran).toEqual(['apt-get update -q', 'apt-get install -y -q fonts-noto-cjk']);
});

test.each([
	['who is not root', machine(['apt-get'], { isRoot: false })],
	['on another system', machine(['apt-get'], { isDebian: false })],
	['without apt-get', machine([])]
])('one %s is told what to install', (_, one) => {
	expect(() => findChromium(one)).toThrow(/install Chromium, Google Chrome or Microsoft Edge/);
	expect(one.ran).toEqual([]);
});
