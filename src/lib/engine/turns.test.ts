import { describe, expect, it } from 'vitest';
import { isAbort } from '#lib/domain/errors.ts';
import { makeTurns } from './turns.ts';

/** A piece of work that ends when it is told to. */
function workInHand(): {
	begun: boolean;
	work: () => Promise<string>;
	end: (word: string) => void;
} {
	let end: (word: string) => void = () => undefined;
	const done = new Promise<string>((resolve) => (end = resolve));
	const hand = {
		begun: false,
		work: () => {
			hand.begun = true;
			return done;
		},
		end: (word: string) => {
			end(word);
		}
	};
	return hand;
}

describe('turns', () => {
	it('begin one after the other, in the order of asking', async () => {
		const inTurn = makeTurns();
		const [first, second] = [workInHand(), workInHand()];
		const answers = [inTurn(first.work), inTurn(second.work)];
		second.end('two');
		await Promise.resolve();
		expect([first.begun, second.begun]).toEqual([true, false]);
		first.end('one');
		expect(await Promise.all(answers)).toEqual(['one', 'two']);
	});

	it('go on after a piece of work that failed', async () => {
		const inTurn = makeTurns();
		const failing = inTurn(() => Promise.reject(new RangeError('no')));
		const next = inTurn(() => Promise.resolve('yes'));
		await expect(failing).rejects.toBeInstanceOf(RangeError);
		expect(await next).toBe('yes');
	});

	it('reject with AbortError at once, but the next waits until the work has ended', async () => {
		const inTurn = makeTurns();
		const [first, second] = [workInHand(), workInHand()];
		const control = new AbortController();
		const stopped = inTurn(first.work, control.signal);
		const next = inTurn(second.work);
		second.end('two');
		await Promise.resolve();
		control.abort();
		await expect(stopped).rejects.toSatisfy(isAbort);
		expect([first.begun, second.begun]).toEqual([true, false]);
		first.end('one');
		expect(await next).toBe('two');
	});

	it('never begin work that was given up before its turn came', async () => {
		const inTurn = makeTurns();
		const [first, second] = [workInHand(), workInHand()];
		const control = new AbortController();
		const one = inTurn(first.work);
		const stopped = inTurn(second.work, control.signal);
		control.abort();
		await expect(stopped).rejects.toSatisfy(isAbort);
		await expect(inTurn(second.work, control.signal)).rejects.toSatisfy(isAbort);
		first.end('one');
		expect(await one).toBe('one');
		expect(await inTurn(() => Promise.resolve('after'))).toBe('after');
		expect(second.begun).toBe(false);
	});
});
