import { boxOf } from './box.ts';
import { isShown } from './clips.ts';
import type { Finding, Kind, Promises } from './finding.ts';
import { nameOf } from './names.ts';
import type { Target } from './targets.ts';
import { whereIs } from './where.ts';

/** What every page must have once: its title, its heading, its main part, its language. */
export function brokenStructure({ language }: Promises): Finding[] {
	const count = (selector: string): number =>
		[...document.querySelectorAll(selector)].filter(isShown).length;
	const [headings, mains] = [count('h1'), count('main, [role=main]')];
	const { lang } = document.documentElement;
	const wrong = [
		...(document.title.trim() === '' ? ['the page has no title'] : []),
		...(headings === 1 ? [] : [`there are ${headings} h1, not one`]),
		...(mains === 1 ? [] : [`there are ${mains} main parts, not one`]),
		...(lang === language ? [] : [`html says lang="${lang}", not "${language}"`])
	];
	return wrong.map((detail) => findingOf('structure', document.documentElement, detail));
}

/** Controls that a screen reader can only call "button". */
export function unnamedControls(targets: readonly Target[]): Finding[] {
	return targets
		.filter(({ element }) => nameOf(element) === '')
		.map(({ element }) => findingOf('name', element, 'a control without a name'));
}

function findingOf(kind: Kind, element: Element, detail: string): Finding {
	return { kind, where: whereIs(element), text: '', box: boxOf(element), detail };
}
