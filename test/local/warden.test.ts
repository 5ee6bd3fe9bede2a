import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { identify, isAlive } from '../../src/local/process/identity';
import { eventually } from '../support/eventually';

const local = resolve(__dirname, '../../src/local/process');

/** Starts a child that ignores SIGHUP and prints its pid, then stays. */
const parent = `
  const { startWarden } = require('${local}/warden.ts');
  const { launch } = require('${local}/launch.ts');
  const warden = startWarden();
  launch({ file: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] }, '/dev/null', warden)
    .then(({ pid }) => console.log(pid, warden.pid));
  setInterval(() => {}, 1000);
`;

it('ends every process of ours when we are killed without a chance to do so', async () => {
  const killed = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: killed.stdout }), 'line')) as [string];
  const [child, warden] = line.split(' ').map((pid) => identify(Number(pid)));

  killed.kill('SIGKILL');
  await eventually(() => !isAlive(child!) && !isAlive(warden!));

  expect(child).toBeDefined();
  expect(warden).toBeDefined();
});
