import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endProcess, identify, isAlive } from '../../src/local/process/identity';

it('knows a process by its start, so that a pid used again is another process', () => {
  const ourselves = identify(process.pid)!;

  expect(isAlive(ourselves)).toBe(true);
  expect(isAlive({ ...ourselves, startTicks: '1' })).toBe(false);
  expect(isAlive({ ...ourselves, boot: 'another boot' })).toBe(false);
});

it('ends a process that does not listen, and leaves one alone that only has the same pid', async () => {
  const script = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up');`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const recorded = identify(child.pid!)!;

  await endProcess({ ...recorded, startTicks: '1' }, 100);
  const survived = isAlive(recorded);
  const exit = once(child, 'exit');
  await endProcess(recorded, 100);

  expect(survived).toBe(true);
  expect(await exit).toEqual([null, 'SIGKILL']);
});
