import type { Page } from '@playwright/test';
import type { Kind, Sight } from '../eyes/finding.ts';
import { giveEyes, lineOf, look } from '../support/eyes.ts';
import { expect, test } from '../support/test.ts';

const base = 'body { margin: 8px; font: 16px/1.4 sans-serif; color: #222; background: #fff }';

interface Case {
	readonly kind: Kind;
	readonly name: string;
	readonly wrong: string;
	readonly right: string;
	/** How often the fault is in `wrong`; once by default. */
	readonly times?: number;
	readonly language?: 'zh-CN' | 'en';
}

const at = (style: string): string => `style="position: absolute; ${style}"`;
const box = (style: string): string => `style="width: 80px; white-space: nowrap; ${style}"`;

const cases: readonly Case[] = [
	{
		kind: 'overlap',
		name: 'two texts over one another',
		wrong: `<p ${at('top: 40px; left: 10px')}>Handled</p><p ${at('top: 46px; left: 30px')}>Resolved</p>`,
		right: `<p ${at('top: 40px; left: 10px')}>Handled</p><p ${at('top: 40px; left: 90px')}>Resolved</p>`
	},
	{
		kind: 'overlap',
		name: 'lines set close, whose inks do not meet',
		wrong: '<div style="line-height: 0.4"><div>Aged</div><div>ÄBp</div></div>',
		right: '<div style="line-height: 1"><div>Aged</div><div>ÄBp</div></div>'
	},
	{
		kind: 'overlap',
		name: 'labels of a drawing',
		wrong:
			'<svg width="200" height="40"><text x="5" y="20">Jan</text><text x="15" y="20">Feb</text></svg>',
		right:
			'<svg width="200" height="40"><text x="5" y="20">Jan</text><text x="80" y="20">Feb</text></svg>'
	},
	{
		kind: 'covered',
		name: 'a text under a card that is no popup',
		wrong: `<p>Handled</p><div ${at('top: 0; left: 0; width: 200px; height: 90px; background: #eee')}></div>`,
		right: `<p>Handled</p><details open><summary>Types</summary><div ${at('top: 0; left: 0; width: 200px; height: 90px; background: #eee')}></div></details>`
	},
	{
		kind: 'covered',
		name: 'a text far down the page',
		wrong: `<p style="margin-top: 3000px">Handled</p><div ${at('top: 2900px; left: 0; width: 200px; height: 300px; background: #eee; pointer-events: none')}></div>`,
		right: `<p style="margin-top: 3000px">Handled</p><div ${at('top: 2900px; left: 0; width: 200px; height: 300px; pointer-events: none')}></div>`
	},
	{
		kind: 'sideways',
		name: 'something wider than the window',
		wrong: '<div style="width: 3000px">wide</div>',
		right: '<div style="overflow: auto"><div style="width: 3000px">wide</div></div>'
	},
	{
		kind: 'clipped',
		name: 'a text cut by its box',
		wrong: `<p ${box('overflow: hidden')}>Disputes per 10 000 residents</p>`,
		right: `<p ${box('overflow: auto')}>Disputes per 10 000 residents</p>`
	},
	{
		kind: 'clipped',
		name: 'a text cut below by an outer box',
		wrong: '<div style="height: 20px; overflow: hidden"><p style="margin: 0">one<br>two</p></div>',
		right: '<div style="height: 90px; overflow: hidden"><p style="margin: 0">one<br>two</p></div>'
	},
	{
		kind: 'clipped',
		name: 'a text that ends in dots',
		wrong: `<p ${box('overflow: hidden; text-overflow: ellipsis')}>Disputes per 10 000 residents</p>`,
		right: `<p ${box('overflow: hidden; text-overflow: ellipsis')}>Disputes</p>`
	},
	{
		kind: 'clipped',
		name: 'a choice longer than its control',
		wrong:
			'<select aria-label="Period" style="width: 60px"><option>September 2018</option></select>',
		right:
			'<select aria-label="Period"><option>May</option><option>September 2018</option></select>'
	},
	{
		kind: 'clipped',
		name: 'a hint longer than its field',
		wrong: '<input aria-label="Find" style="width: 60px" placeholder="Find a type of dispute">',
		right: '<input aria-label="Find" style="width: 260px" placeholder="Find a type of dispute">'
	},
	{
		kind: 'type size',
		name: 'small print',
		wrong: '<p style="font-size: 11px">small</p>',
		right: '<p style="font-size: 12px">small</p>'
	},
	{
		kind: 'type size',
		name: 'a drawing scaled down with its labels',
		wrong: '<svg viewBox="0 0 400 100" width="200"><text y="30" font-size="16">Jan</text></svg>',
		right: '<svg viewBox="0 0 400 100" width="400"><text y="30" font-size="16">Jan</text></svg>'
	},
	{
		kind: 'type size',
		name: 'a control with the browser’s own type',
		wrong: '<button style="font-size: 10px">Close</button>',
		right: '<button style="font-size: 13px">Close</button>'
	},
	{
		kind: 'contrast',
		name: 'text of its own colour',
		wrong: '<p style="color: #8a8a8a">faint</p>',
		right: '<p style="color: #6a6a6a">muted</p>'
	},
	{
		kind: 'contrast',
		name: 'body text on a tinted card',
		wrong: '<div style="background: rgb(0 0 0 / 50%)"><p>body</p></div>',
		right: '<div style="background: rgb(0 0 0 / 8%)"><p>body</p></div>'
	},
	{
		kind: 'contrast',
		name: 'text faded by an ancestor',
		wrong: '<div style="opacity: 0.5"><p>body</p></div>',
		right: '<div style="opacity: 0.95"><p>body</p></div>'
	},
	{
		kind: 'contrast',
		name: 'a label on a shape of a drawing',
		wrong:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#555" /><text y="20" fill="#222">Jan</text></svg>',
		right:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#eee" /><text y="20" fill="#222">Jan</text></svg>'
	},
	{
		kind: 'contrast',
		name: 'a label with an outline too thin to be read against',
		wrong:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#10568c" /><text y="20" fill="#222" stroke="#fff" style="paint-order: stroke; stroke-width: 1px">Jan</text></svg>',
		right:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#10568c" /><text y="20" fill="#222" stroke="#fff" style="paint-order: stroke; stroke-width: 3.2px">Jan</text></svg>'
	},
	{
		kind: 'contrast',
		name: 'a label whose outline is painted over it',
		wrong:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#10568c" /><text y="20" fill="#222" stroke="#fff" style="stroke-width: 3.2px">Jan</text></svg>',
		right:
			'<svg width="99" height="40"><rect width="99" height="40" fill="#eee" /><text y="20" fill="#222">Jan</text></svg>'
	},
	{
		kind: 'contrast',
		name: 'a see-through label over a dark part of the page',
		wrong: `<div style="height: 90px; background: #333"></div><p ${at('top: 110px; left: 20px; pointer-events: none')}>over</p>`,
		right: `<div style="height: 90px; background: #eee"></div><p ${at('top: 110px; left: 20px; pointer-events: none')}>over</p>`
	},
	{
		kind: 'contrast',
		name: 'the hint of a field',
		wrong:
			'<style>::placeholder { color: #999 }</style><input aria-label="Find" placeholder="Find">',
		right:
			'<style>::placeholder { color: #555 }</style><input aria-label="Find" placeholder="Find">'
	},
	{
		kind: 'target size',
		name: 'small buttons side by side',
		wrong:
			'<style>button { padding: 0; height: 16px; width: 20px }</style><button>a</button><button>b</button>',
		right:
			'<style>button { padding: 0; height: 16px; width: 20px; margin: 20px }</style><button>a</button><button>b</button>',
		times: 2
	},
	{
		kind: 'target size',
		name: 'links, which in a sentence may be as small as its words',
		wrong: '<a href="#a" style="display: inline-block; width: 9px">a</a><a href="#b">bed</a>',
		right: '<p>See <a href="#a">a</a>, <a href="#b">b</a> and others.</p>',
		times: 2
	},
	{
		kind: 'target overlap',
		name: 'a button over another',
		wrong: `<button ${at('top: 100px; left: 9px; height: 40px')}>Undo</button><button ${at('top: 137px; left: 9px; height: 40px')}>Clear</button>`,
		right: `<button ${at('top: 100px; left: 9px; height: 40px')}>Undo</button><button ${at('top: 150px; left: 9px; height: 40px')}>Clear</button>`
	},
	{
		kind: 'structure',
		name: 'one heading',
		wrong: '<h1>second</h1>',
		right: '<h2>second</h2>'
	},
	{
		kind: 'name',
		name: 'a control without a name',
		wrong: '<button style="width: 30px; height: 30px"><svg width="9" height="9"></svg></button>',
		right:
			'<button aria-label="Close" style="width: 30px; height: 30px"><svg width="9" height="9"></svg></button>'
	},
	{
		kind: 'language',
		name: 'Chinese on an English page',
		wrong: '<button title="关闭">Close</button>',
		right: '<button lang="zh-CN">中文</button> <p>Hetu 和图</p>'
	},
	{
		kind: 'language',
		name: 'an English sentence on a Chinese page',
		wrong: '<p>Failed to fetch it</p>',
		right: '<p>版本 40eccaf15e60，EN</p>',
		language: 'zh-CN'
	}
];

async function see(page: Page, body: string, language: 'zh-CN' | 'en'): Promise<Sight> {
	const heading = language === 'en' ? 'Page' : '页面';
	await page.setContent(
		`<!doctype html><html lang="${language}"><title>${heading}</title><style>${base}</style><main><h1>${heading}</h1>${body}</main></html>`
	);
	return look(page, { smallestType: 12, language, properNames: ['和图'] });
}

test('each eye sees the fault that it is there for, and nothing where it has been mended', async ({
	page,
	context
}) => {
	await giveEyes(context);
	await page.goto('about:blank');
	for (const { kind, name, wrong, right, times = 1, language = 'en' } of cases) {
		await test.step(`${kind}: ${name}`, async () => {
			const { findings } = await see(page, wrong, language);
			const lines = findings.map(lineOf).join('\n');
			expect(findings.filter((one) => one.kind === kind).length, `${name}\n${lines}`).toBe(times);
			const mended = await see(page, right, language);
			expect(mended.findings.map(lineOf), name).toEqual([]);
		});
	}
});

test('what cannot be judged is counted, with the reason', async ({ page, context }) => {
	await giveEyes(context);
	await page.goto('about:blank');
	const { findings, undetermined, judged } = await see(
		page,
		`<p style="background: linear-gradient(#fff, #eee)">over a gradient</p><canvas width="200" height="90"></canvas><p ${at('bottom: 20px; left: 20px')}>free</p><button disabled>Undo</button>`,
		'en'
	);
	expect(findings).toEqual([]);
	expect(undetermined.map(lineOf)).toEqual([
		'contrast: main > p “over a gradient”: there is a picture or a gradient behind it',
		'contrast: main > button “Undo”: it is disabled, which WCAG exempts'
	]);
	expect(judged).toEqual({ texts: 4, targets: 1, contrasts: 2 });
});

test('behind an open dialog nothing is looked at, and in it everything', async ({
	page,
	context
}) => {
	await giveEyes(context);
	await page.goto('about:blank');
	await see(
		page,
		'<p style="font-size: 9px">behind</p><dialog><h2>Card</h2><p style="font-size: 8px">inside</p></dialog>',
		'en'
	);
	await page.evaluate(() => document.querySelector('dialog')?.showModal());
	const { findings } = await look(page, { smallestType: 12, language: 'en', properNames: [] });
	expect(findings.map(lineOf)).toEqual([
		'type size: main > dialog > p “inside”: 8 px, at least 12 px'
	]);
});

test('eyes leave the page as it was', async ({ page, context }) => {
	await giveEyes(context);
	await page.goto('about:blank');
	await see(page, '<p style="margin-top: 3000px">below</p>', 'en');
	await page.evaluate(() => {
		scrollTo(0, 500);
	});
	const before = await page.content();
	await look(page, { smallestType: 12, language: 'en', properNames: [] });
	expect(await page.content()).toBe(before);
	expect(await page.evaluate(() => [scrollY, document.adoptedStyleSheets.length])).toEqual([
		500, 0
	]);
});
