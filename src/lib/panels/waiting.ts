import { m } from '#lib/i18n/messages/messages.js';
import { MOST_ATTEMPTS, type EnginePhase } from '#lib/state/engine.svelte.ts';

/** What is being waited for, in words, and the step of the way: start, load, count. */
export interface Waiting {
	readonly phase: string;
	readonly step: string;
	/** Share of the steps that are behind, 0 to 1. */
	readonly done: number;
}

const STEPS = 3;

export function waitingFor(phase: EnginePhase): Waiting {
	if (typeof phase === 'object') {
		return waiting(m.engine_recovering({ attempt: phase.attempt, most: MOST_ATTEMPTS }), 1);
	}
	if (phase === 'ready') return waiting(m.engine_asking(), 3);
	return phase === 'loading' ? waiting(m.engine_loading(), 2) : waiting(m.engine_starting(), 1);
}

function waiting(phase: string, step: number): Waiting {
	return { phase, step: m.progress_step({ step, of: STEPS }), done: (step - 1) / STEPS };
}
