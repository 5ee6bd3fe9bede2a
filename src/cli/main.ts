import './young-heap';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ImageTools } from '../inspection/image/image-tools';
import { exitCodes } from './exit-codes';
import type * as imageToolsFile from './image-tools';
import { Interruption } from './interruption';
import { runCli } from './run';
import type { Surroundings } from './surroundings';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for an orderly end.
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort(new Interruption());
  });
}
for (const stream of [process.stdout, process.stderr]) {
  // `offer history ... | head`: who reads has had enough.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.pipeClosed);
    throw error;
  });
}

const somebodySits = process.stdin.isTTY && process.stderr.isTTY;
const surroundings: Surroundings = {
  environment: process.env,
  folder: process.cwd(),
  // npm goes to the folder of package.json and tells from where.
  workFolder: process.env['INIT_CWD'] ?? process.cwd(),
  stdout: (words) => void process.stdout.write(words),
  stderr: (words) => void process.stderr.write(words),
  isTerminal: isTerminal(process.stdout),
  isErrorTerminal: isTerminal(process.stderr),
  stdin: () => text(process.stdin),
  ...(somebodySits ? { ask } : {}),
  openPage,
  imageTools,
  interrupted: interruption.signal,
};

void runCli(process.argv.slice(2), surroundings).then((exitCode) => {
  process.exitCode = exitCode;
});

/** Lists that redraw themselves need to know how wide the terminal is. */
function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && stream.columns > 0;
}

/** On stderr, so that stdout stays the answer alone. */
async function ask(question: string, answer: 'shown' | 'hidden'): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = answer === 'shown' ? process.stderr : nowhere;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  // Only now: what is typed as soon as the question stands there must not be echoed any more.
  if (answer === 'hidden') process.stderr.write(question);
  lines.once('SIGINT', () => process.exit(exitCodes.interrupted));
  try {
    return await lines.question(answer === 'shown' ? question : '');
  } finally {
    lines.close();
    if (answer === 'hidden') process.stderr.write('\n');
  }
}

/**
 * Loaded when an image is certified: every other command starts faster without. By `require`, because Node's own `import()` finds
 * no TypeScript, which is what runs in a checkout.
 */
async function imageTools(trustedOrigins: readonly string[]): Promise<ImageTools> {
  const { openImageTools } = require('./image-tools') as typeof imageToolsFile;
  return openImageTools(trustedOrigins);
}

async function openPage(url: string): Promise<boolean> {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(program, [url], { stdio: 'ignore', detached: true });
  const begun = await once(child, 'spawn').then(
    () => true,
    () => false,
  );
  child.unref();
  return begun;
}
