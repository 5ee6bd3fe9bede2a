import type { Command } from 'commander';
import type { Language } from '../../domain/text/language';
import { durationText } from '../../domain/text/quantity';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import { recordsIn, textIn } from '../output/fields';
import { table } from '../output/table';
import { detailLines } from '../output/tell-failure';

const facts = {
  name: 'validate',
  does: 'Check the draft as publishing would, and say what publishing would do. Starts nothing.',
  examples: [
    ['offer validate contoso/linux-vm', 'ends with 3 when something has to be corrected'],
    ['offer validate contoso/linux-vm --json', 'findings, steps and estimates'],
  ],
} as const;

export function validateCommand(does: Does): Command {
  return newCommand(facts).argument(offerArgument, offerArgumentHelp).action(does(validate));
}

async function validate(asked: Asked): Promise<number> {
  const offer = asked.offer();
  const { body } = await asked.send({ method: 'POST', path: `${offerPath(offer)}/validate` });
  const foreseen = isRecord(body) ? body : {};
  const isPublishable = foreseen['canBePublished'] === true;
  const verdict = isPublishable
    ? `${nameOf(offer)} can be published: offer publish ${nameOf(offer)}`
    : `${nameOf(offer)} cannot be published yet.`;
  const lines = [
    ...recordsIn(foreseen, 'walkthrough').map(checkLine),
    ...recordsIn(foreseen, 'findings').flatMap((detail) => detailLines(detail, asked.language)),
    ...table(recordsIn(foreseen, 'steps').map((step) => stepRow(step, asked.language))),
    verdict,
  ];
  asked.answer(foreseen, `${lines.join('\n')}\n`);
  return isPublishable ? exitCodes.ok : exitCodes.validation;
}

/** Of the 2015 portal: a page of the walkthrough, green or how much is missing. */
function checkLine(check: Readonly<Record<string, unknown>>): string {
  const missing = recordsIn(check, 'findings').filter(({ severity }) => severity === 'error').length;
  const state = check['isGreen'] === true ? 'complete' : `incomplete (${missing})`;
  return `Walkthrough - ${textIn(check, 'name')}: ${state}`;
}

/** What a step would do, and how long it took before; else what the documents say. */
function stepRow(step: Readonly<Record<string, unknown>>, language: Language): readonly string[] {
  const seconds = step['estimatedSeconds'];
  const time =
    typeof seconds === 'number'
      ? `about ${durationText(seconds * 1000, language)}`
      : textIn(step, 'documentedEstimate');
  const work = textIn(step, 'work');
  return [`  ${textIn(step, 'name')}`, works[work] ?? work, work === 'notReached' ? '' : time];
}

const works: Readonly<Record<string, string>> = {
  runs: 'runs',
  partlyReused: 'runs; part of it is there already',
  reused: 'is there already',
  waits: 'waits for people',
  notReached: 'is not reached',
};
