import { type Command, InvalidArgumentError } from 'commander';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { textIn } from '../output/fields';

type Flags = {
  readonly text?: string;
  readonly file?: string;
  readonly line?: number;
  readonly field?: string;
  readonly thread?: string;
  readonly resolve?: boolean;
};

const facts = {
  name: 'comment',
  does: 'Comment on a file, a line or a field as a reviewer, or answer in a thread.',
  examples: [
    [
      'offer review comment contoso/linux-vm --file basic/mainTemplate.json --line 12 --text "Use a secure string"',
      'opens a thread; its id is in the answer',
    ],
    [
      'offer review comment contoso/linux-vm --thread 5f0f9a52-0d6c-4b2f-9a52-7a113f1d0c9a --text "Mended in 1.0.1"',
      'answers, as a reviewer or as the publisher',
    ],
    [
      'offer review comment contoso/linux-vm --thread 5f0f9a52-0d6c-4b2f-9a52-7a113f1d0c9a --resolve',
      'closes the thread',
    ],
  ],
} as const;

export function reviewCommentCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--text <text>', 'what you say, up to 500 characters; - reads it from stdin')
    .option('--file <plan/path>', 'the file it is about, as "offer review show" names it')
    .option('--line <number>', 'the line of that file', lineOf)
    .option('--field <pointer>', 'the field it is about, as JSON pointer')
    .option('--thread <id>', 'answer in this thread')
    .option('--resolve', 'close the thread')
    .action(does<Flags>(comment));
}

function lineOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a line has a number from 1 on.');
  return Number(text);
}

async function comment(asked: Asked<Flags>): Promise<number> {
  const { thread, resolve = false, file, line, field: pointer } = asked.flags;
  const text = asked.flags.text === '-' ? (await asked.surroundings.stdin()).trim() : asked.flags.text;
  const isPlaced = file !== undefined || pointer !== undefined;
  if (thread !== undefined && isPlaced) throw usage('A thread has its place: leave out --file and --field.');
  if (resolve && thread === undefined) throw usage('Say with --thread which one is resolved.');
  if (text === undefined && !resolve) throw usage('Say something with --text.');
  const threads = `${offerPath(asked.offer())}/review/threads`;
  if (thread === undefined) return told(asked, await post(asked, threads, { text, file, line, pointer }));
  const one = `${threads}/${encodeURIComponent(thread)}`;
  const answered = text === undefined ? undefined : await post(asked, `${one}/comments`, { text });
  const resolved = resolve
    ? (await asked.send({ method: 'PATCH', path: one, body: { state: 'resolved' } })).body
    : undefined;
  return told(asked, resolved ?? answered);
}

async function post(
  asked: Asked<Flags>,
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return (await asked.send({ method: 'POST', path, body })).body;
}

function told(asked: Asked<Flags>, body: unknown): number {
  const thread = isRecord(body) ? body : {};
  asked.answer(thread, `Thread ${textIn(thread, 'threadId')}: ${textIn(thread, 'state')}.\n`);
  return exitCodes.ok;
}

const usage = (message: string): CliFailure => new CliFailure(exitCodes.usage, message);
