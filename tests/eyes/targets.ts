import { around, boxOf, common, heightOf, rounded, widthOf, type Box } from './box.ts';
import { clipsOf, isShown, isUnseen, seenThrough } from './clips.ts';
import type { Finding } from './finding.ts';
import { layerOf, reachable } from './layer.ts';
import { nameOf } from './names.ts';
import { shortened, whereIs } from './where.ts';

const CONTROLS =
	'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=switch], [role=option], [role=menuitem], [role=slider]';
/** WCAG 2.2, 2.5.8. */
const SMALLEST = 24;

/** What can be pressed: a control, or a control with its label. */
export interface Target {
	readonly element: Element;
	readonly box: Box;
	readonly seen: Box;
}

export function targetsSeen(): Target[] {
	return [...reachable().querySelectorAll(CONTROLS)].flatMap((element) => {
		if (!isShown(element)) return [];
		const box = pressable(element);
		const seen = box && seenThrough(box, clipsOf(element.closest('label') ?? element));
		return seen ? [{ element, box, seen }] : [];
	});
}

/** A label is pressed as its control is, and may be all that is seen of it. */
function pressable(element: Element): Box | undefined {
	const labels = [...((element as HTMLInputElement).labels ?? [])].filter(isShown);
	const boxes = isUnseen(element) ? labels : [element, ...labels];
	return boxes.length === 0 ? undefined : around(boxes.map(boxOf));
}

/** Targets that are too small to hit, unless they stand in a sentence or have room around them. */
export function smallTargets(targets: readonly Target[]): Finding[] {
	const isSmall = ({ box }: Target): boolean =>
		widthOf(box) < SMALLEST - 0.5 || heightOf(box) < SMALLEST - 0.5;
	return targets
		.filter((target) => isSmall(target) && !isInSentence(target.element))
		.filter((target) =>
			targets.some((other) => other !== target && isNear(target, other, isSmall(other)))
		)
		.map(({ element, box }) => ({
			kind: 'target size',
			where: whereIs(element),
			text: shortened(nameOf(element)),
			box,
			detail: `${rounded(widthOf(box))} × ${rounded(heightOf(box))} px, at least ${SMALLEST} × ${SMALLEST}, and another is near`
		}));
}

function isInSentence(element: Element): boolean {
	if (getComputedStyle(element).display !== 'inline') return false;
	return [...(element.parentElement?.childNodes ?? [])].some(
		(node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.textContent ?? '')
	);
}

/** Whether the circle of 24 px around the middle of one touches another, or the circle of another that is small too. */
function isNear(one: Target, other: Target, isOtherSmall: boolean): boolean {
	if (layerOf(one.element) !== layerOf(other.element)) return false;
	const [x, y] = [(one.box.left + one.box.right) / 2, (one.box.top + one.box.bottom) / 2];
	if (isOtherSmall) {
		const [otherX, otherY] = [
			(other.box.left + other.box.right) / 2,
			(other.box.top + other.box.bottom) / 2
		];
		if (Math.hypot(x - otherX, y - otherY) < SMALLEST) return true;
	}
	const nearestX = Math.min(Math.max(x, other.box.left), other.box.right);
	const nearestY = Math.min(Math.max(y, other.box.top), other.box.bottom);
	return Math.hypot(x - nearestX, y - nearestY) < SMALLEST / 2;
}

/** Targets that share pixels: one of them cannot be hit there. */
export function overlappingTargets(targets: readonly Target[]): Finding[] {
	const findings: Finding[] = [];
	for (const [i, one] of targets.entries()) {
		for (const other of targets.slice(i + 1)) {
			const shared = common(one.seen, other.seen);
			if (!shared || widthOf(shared) <= 1.5 || heightOf(shared) <= 1.5) continue;
			if (belong(one.element, other.element)) continue;
			if (layerOf(one.element) !== layerOf(other.element)) continue;
			findings.push({
				kind: 'target overlap',
				where: whereIs(one.element),
				text: shortened(nameOf(one.element)),
				box: shared,
				detail: `${rounded(widthOf(shared))} × ${rounded(heightOf(shared))} px shared with “${shortened(nameOf(other.element))}” (${whereIs(other.element)})`
			});
		}
	}
	return findings;
}

/** A control inside another, or in the other's label, is for axe to judge. */
function belong(a: Element, b: Element): boolean {
	const [outerA, outerB] = [a.closest('label') ?? a, b.closest('label') ?? b];
	return outerA.contains(b) || outerB.contains(a);
}
