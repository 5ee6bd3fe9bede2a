import { runUnlessStalled } from '../../src/local/process/stall';

const node = (script: string) => ({ file: process.execPath, args: ['-e', script] });

it('gives up a program that moves no byte', async () => {
  const run = runUnlessStalled(node(`setTimeout(() => {}, 60_000)`), { stallMs: 1000 });

  await expect(run).rejects.toThrow('no byte for 1 s');
});

it('lets a slow program finish as long as bytes move, and passes its lines on', async () => {
  const lines: string[] = [];
  const script = `let left = 15; const timer = setInterval(() => {
    console.error('x'.repeat(1000)); if (--left === 0) clearInterval(timer); }, 300);`;

  // Longer in all than it may stall, with room for a machine that is slow itself.
  await runUnlessStalled(node(script), { stallMs: 4000, onLine: (line) => lines.push(line) });

  expect(lines).toHaveLength(15);
});

it('tells the last words of a program that fails', async () => {
  const run = runUnlessStalled(node(`console.error('disk full'); process.exitCode = 4`), { stallMs: 60_000 });

  await expect(run).rejects.toThrow('disk full');
});
