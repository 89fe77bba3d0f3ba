import { boxOf, type Box } from './box.ts';
import { groundOf } from './background.ts';
import { contrastOf, over, parseColour, type Colour } from './colour.ts';
import type { Finding } from './finding.ts';
import { scaleOf } from './ink.ts';
import { reachable } from './layer.ts';
import { textsOfControls, type Text } from './texts.ts';
import { shortened, whereIs } from './where.ts';

/** What is read at length, in the page's own ink, needs more than what is read beside it. */
const BODY = 7;
const OTHER = 4.5;

interface Sample {
	readonly element: Element;
	readonly text: string;
	readonly style: CSSStyleDeclaration;
	readonly size: number;
	readonly box: Box;
}

/** Texts that are too faint, texts whose ground cannot be told, and how many were judged. */
export function faintTexts(texts: readonly Text[]): {
	findings: Finding[];
	undetermined: Finding[];
	judged: number;
} {
	const samples = [...texts.flatMap(sampleOf), ...samplesOfControls(), ...samplesOfSigns()];
	const findings: Finding[] = [];
	const undetermined: Finding[] = [];
	let judged = 0;
	for (const sample of samples) {
		const verdict = judge(sample);
		if (typeof verdict === 'string') undetermined.push(findingOf(sample, verdict));
		else {
			judged++;
			if (verdict.ratio < verdict.least) {
				const detail = `${(Math.floor(verdict.ratio * 100) / 100).toFixed(2)}:1, at least ${verdict.least}:1`;
				findings.push(findingOf(sample, detail));
			}
		}
	}
	return { findings, undetermined, judged };
}

function sampleOf({ element, text, style, size, seen }: Text): Sample[] {
	const [box] = seen;
	return box ? [{ element, text, style, size, box }] : [];
}

function samplesOfControls(): Sample[] {
	return textsOfControls()
		.filter(({ text }) => text.trim() !== '')
		.map((control) => ({ ...control, size: parseFloat(control.style.fontSize) }));
}

/** Signs that only the style sheet writes: arrows, crosses. */
function samplesOfSigns(): Sample[] {
	return [...reachable().querySelectorAll('summary, a, button, th, li')].flatMap((element) =>
		['::before', '::after'].flatMap((part) => {
			const style = getComputedStyle(element, part);
			const [, text = ''] = /^"(.*)"$/.exec(style.content) ?? [];
			if (text.trim() === '' || !element.checkVisibility()) return [];
			return [{ element, text, style, size: parseFloat(style.fontSize), box: boxOf(element) }];
		})
	);
}

/** The contrast and what it should be, or why it cannot be told. */
function judge({ element, style, size, box }: Sample): string | { ratio: number; least: number } {
	if (element.matches(':disabled, :disabled *')) return 'it is disabled, which WCAG exempts';
	const ink = parseColour(element instanceof SVGElement ? style.fill : style.color);
	if (!ink) return 'its own colour is no plain one';
	const halo = haloOf(element, style);
	const ground = halo ? { colour: halo } : groundOf(element, box);
	if ('unknown' in ground) return ground.unknown;
	const faded = { ...ink, alpha: ink.alpha * opacityOf(element) };
	const ratio = contrastOf(over(faded, ground.colour), ground.colour);
	const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
	const isBody = style.color === getComputedStyle(document.body).color && !isLarge;
	return { ratio, least: isBody && !(element instanceof SVGElement) ? BODY : OTHER };
}

/** Pixels of an outline on each side of a letter that set it off from whatever lies below. */
const HALO = 1.5;

/** The opaque outline of a label on a drawing, painted below its letters: it is what they are read against (WCAG 1.4.3). */
function haloOf(element: Element, style: CSSStyleDeclaration): Colour | undefined {
	if (!(element instanceof SVGElement) || !style.paintOrder.startsWith('stroke')) return undefined;
	const width = (parseFloat(style.strokeWidth) / 2) * scaleOf(element);
	const colour = parseColour(style.stroke);
	const isWhole = colour?.alpha === 1 && Number(style.strokeOpacity) === 1;
	return isWhole && width >= HALO ? colour : undefined;
}

function opacityOf(element: Element): number {
	let opacity = 1;
	for (let at: Element | null = element; at; at = at.parentElement) {
		opacity *= Number(getComputedStyle(at).opacity);
	}
	return opacity;
}

function findingOf({ element, text, box }: Sample, detail: string): Finding {
	return { kind: 'contrast', where: whereIs(element), text: shortened(text), box, detail };
}
