import type { Command } from 'commander';
import { actorText } from '../../domain/text/actors';
import type { Language } from '../../domain/text/language';
import { timeText } from '../../domain/text/quantity';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { recordsIn, textIn } from '../output/fields';
import { table } from '../output/table';

type Flags = { readonly publication?: string };
type Fields = Readonly<Record<string, unknown>>;

const facts = {
  name: 'show',
  does: 'What is reviewed of an offer: facts, changes, files, and the threads with their answers.',
  examples: [
    ['offer review show contoso/linux-vm', 'the newest review'],
    ['offer review show contoso/linux-vm --json', 'with ids of threads to answer'],
  ],
} as const;

export function reviewShowCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--publication <uuid>', 'the review of this publication')
    .action(does<Flags>(show));
}

async function show(asked: Asked<Flags>): Promise<number> {
  const { publication } = asked.flags;
  const query = publication === undefined ? '' : `?${new URLSearchParams({ publication }).toString()}`;
  const { body } = await asked.get(`${offerPath(asked.offer())}/review${query}`);
  const told = isRecord(body) ? body : {};
  const review = isRecord(told['review']) ? told['review'] : undefined;
  const lines =
    review === undefined
      ? ['Nothing of this offer was reviewed yet.']
      : [
          ...factLines(review, asked),
          ...changeLines(review),
          ...fileLines(told),
          ...threadLines(told, asked),
        ];
  asked.answer(told, `${lines.join('\n')}\n`);
  return exitCodes.ok;
}

function factLines(review: Fields, { language }: Asked): readonly string[] {
  const rows = [
    ['Review', `${textIn(review, 'reviewNumber')}: ${standingOf(review, language)}`],
    ['Offer', `${textIn(review, 'title')}, version ${textIn(review, 'offerVersion')}`],
    ['Package', textIn(review, 'packageDigest')],
    ['Notes', textIn(review, 'certificationNotes')],
  ];
  return table(rows.filter(([, fact]) => fact !== ''));
}

function standingOf(review: Fields, language: Language): string {
  const claims = review['unverified'];
  const isClaim = Array.isArray(claims) && claims.includes(review['decidedBy']);
  const decidedBy = actorText(textIn(review, 'decidedBy'), language, !isClaim);
  const decision = textIn(review, 'decision');
  const at = timeText(textIn(review, decision === '' ? 'openedAt' : 'decidedAt'), language);
  switch (decision) {
    case 'approve':
      return `approved by ${decidedBy}, ${at}`;
    case 'requestChanges':
      return `changes requested by ${decidedBy}, ${at}`;
    case 'withdrawn':
      return `ended without a decision, ${at}`;
    default:
      return `waits since ${at}`;
  }
}

function changeLines(review: Fields): readonly string[] {
  const changes = review['changes'];
  const lines = Array.isArray(changes) ? changes.map((line) => `  ${String(line)}`) : [];
  return lines.length === 0
    ? []
    : ['', `Changes since the version approved or sent back last: ${lines.length}`, ...lines];
}

function fileLines(told: Fields): readonly string[] {
  const files = recordsIn(told, 'files').map((file) => [`  ${textIn(file, 'file')}`, textIn(file, 'bytes')]);
  return files.length === 0 ? [] : ['', 'Files', ...table(files)];
}

function threadLines(told: Fields, { language }: Asked): readonly string[] {
  return recordsIn(told, 'threads').flatMap((thread) => [
    '',
    `${placeOf(thread)}[${textIn(thread, 'state')}] ${textIn(thread, 'threadId')}`,
    ...recordsIn(thread, 'comments').map(
      (comment) => `  ${speakerIn(comment, language)}: ${textIn(comment, 'text').replaceAll('\n', '\n  ')}`,
    ),
  ]);
}

const speakerIn = (comment: Fields, language: Language): string =>
  actorText(textIn(comment, 'actor'), language, comment['isVouchedFor'] !== false);

function placeOf(thread: Fields): string {
  const line = textIn(thread, 'line');
  const place = textIn(thread, 'file') || textIn(thread, 'pointer');
  return place === '' ? '' : `${place}${line === '' ? '' : `:${line}`} `;
}
