import { expect, it } from 'vitest';
import { waitingFor } from './waiting.ts';

it.each([
	['asleep', '正在启动数据引擎', '第 1 步，共 3 步', 0],
	['starting', '正在启动数据引擎', '第 1 步，共 3 步', 0],
	['loading', '正在装载案件', '第 2 步，共 3 步', 1 / 3],
	['ready', '正在统计', '第 3 步，共 3 步', 2 / 3]
] as const)('names the phase and the step while the engine is %s', (phase, name, step, done) => {
	expect(waitingFor(phase)).toEqual({ phase: name, step, done });
});

it('says which attempt it is while a lost engine is replaced', () => {
	expect(waitingFor({ attempt: 2 }).phase).toMatch(/2.*3/);
});
