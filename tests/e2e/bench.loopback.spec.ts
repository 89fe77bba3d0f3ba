import { execFile } from 'node:child_process';
import { expect, test } from '@playwright/test';

interface Ran {
	readonly code: number;
	readonly lines: readonly Record<string, unknown>[];
	readonly stderr: string;
}

function bench(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
	const command = ['dist-cli/hetu.js', 'bench', ...args];
	return new Promise((resolve) => {
		const options = { env: { ...process.env, ...env } };
		execFile(process.execPath, command, options, (error, stdout, stderr) => {
			const lines = stdout.split('\n').filter((line) => line !== '');
			resolve({
				code: error ? Number(error.code) : 0,
				lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
				stderr
			});
		});
	});
}

// How long it took is no matter of a test: machines differ.
test('hetu bench measures a cold start, in JSON lines', async () => {
	test.setTimeout(60_000);
	const { code, lines, stderr } = await bench(['ready', '--runs', '1', '--dataset', 'demo-city']);
	expect(code, stderr).toBe(0);
	const [machine, ready, busy, scripts] = lines;
	expect(lines).toHaveLength(4);
	expect(machine).toMatchObject({ name: 'machine', datasets: [{ id: 'demo-city' }] });
	expect(machine?.['chromium']).toMatch(/^\d+\./);
	const subject = { name: 'ready', dataset: 'demo-city', n: 1 };
	expect(ready).toMatchObject({ ...subject, unit: 'ms', budget: 1500, wasmBeforeReady: 0 });
	expect(ready?.['median']).toBeGreaterThan(0);
	expect(busy).toMatchObject({ ...subject, kind: 'main thread' });
	expect(busy?.['median']).toBeGreaterThan(0);
	// Bytes are the same everywhere, so this budget is a matter of a test.
	expect(scripts).toMatchObject({ ...subject, kind: 'scripts', budget: 90, met: true });
	expect(scripts?.['map']).toBeGreaterThan(300);
});

test('hetu bench says plainly that there is no browser', async () => {
	const { code, lines, stderr } = await bench(['ready', '--dataset', 'demo-city'], {
		CHROMIUM_PATH: 'no/such/browser'
	});
	expect({ code, lines: lines.slice(1) }).toEqual({ code: 1, lines: [] });
	expect(stderr).toContain('CHROMIUM_PATH');
	expect(stderr).not.toMatch(/^\s+at /m);
});
