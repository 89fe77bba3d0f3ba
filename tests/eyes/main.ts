import { faintTexts } from './contrast.ts';
import { clippedTexts } from './clipped.ts';
import { coveredTexts } from './covered.ts';
import type { Promises, Sight } from './finding.ts';
import { holdScroll } from './in-window.ts';
import { foreignTexts } from './language.ts';
import { reachableElements } from './layer.ts';
import { overlappingTexts, sideways } from './overlap.ts';
import { brokenStructure, unnamedControls } from './structure.ts';
import { overlappingTargets, smallTargets, targetsSeen } from './targets.ts';
import { textsSeen } from './texts.ts';
import { smallTexts } from './type-size.ts';

/**
 * Looks at the page as it stands with every eye. Runs in the page; changes nothing that stays.
 *
 * What lies behind what is asked of the window, which passes over elements that take no pointer: for that time all do.
 */
export function look(promises: Promises): Sight {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync('* { pointer-events: auto !important }');
	document.adoptedStyleSheets.push(sheet);
	const putBack = holdScroll();
	try {
		const texts = textsSeen();
		const targets = targetsSeen();
		const contrast = faintTexts(texts);
		const findings = [
			...overlappingTexts(texts),
			...coveredTexts(texts),
			...sideways(reachableElements()),
			...clippedTexts(texts),
			...smallTexts(texts, promises.smallestType),
			...contrast.findings,
			...smallTargets(targets),
			...overlappingTargets(targets),
			...brokenStructure(promises),
			...unnamedControls(targets),
			...foreignTexts(texts, promises)
		];
		return {
			findings,
			undetermined: contrast.undetermined,
			judged: { texts: texts.length, targets: targets.length, contrasts: contrast.judged }
		};
	} finally {
		putBack();
		document.adoptedStyleSheets.pop();
	}
}
