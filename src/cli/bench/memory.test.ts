import { expect, it } from 'vitest';
import { residentIn } from './memory.ts';

it('reads the resident set of a process', () => {
	const status = 'Name:\tchromium\nVmSize:\t 9000000 kB\nVmRSS:\t  123456 kB\nThreads:\t7\n';
	expect(residentIn(status)).toBe(123_456);
});

it('knows none of a process without one', () => {
	expect(residentIn('Name:\tkthreadd\nThreads:\t1\n')).toBeUndefined();
});
