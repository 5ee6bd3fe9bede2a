import type { Command } from 'commander';
import type { Language } from '../../domain/text/language';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { recordsIn, textIn } from '../output/fields';
import { detailLines } from '../output/tell-failure';

type Flags = { readonly all?: boolean; readonly dryRun?: boolean };
type Fields = Readonly<Record<string, unknown>>;

const facts = {
  name: 'recertify',
  does: 'Say what today’s rules would find in the offers that are live. Changes nothing. For operators.',
  examples: [
    ['offer recertify --all --dry-run', 'ends with 4 when a live offer would fail'],
    ['offer recertify --all --dry-run --json', 'every live offer with its verdict and findings'],
  ],
} as const;

export function recertifyCommand(does: Does): Command {
  return newCommand(facts)
    .option('--all', 'every live offer of the installation')
    .option('--dry-run', 'say it and change nothing')
    .action(does<Flags>(recertify));
}

async function recertify(asked: Asked<Flags>): Promise<number> {
  if (asked.flags.all !== true || asked.flags.dryRun !== true)
    throw new CliFailure(
      exitCodes.usage,
      'Say "offer recertify --all --dry-run": an offer is certified anew by publishing it.',
    );
  const offers = await judgedOffers(asked);
  const counts = { live: offers.length, ...countsOf(offers) };
  const text = [
    ...offers
      .filter((offer) => textIn(offer, 'verdict') !== 'passed')
      .flatMap((offer) => offerLines(offer, asked.language)),
    `Live offers: ${counts.live}. Would pass: ${counts.passed}, need a reviewer: ${counts.reviewRequired}, fail: ${counts.failed}; not wholly judged: ${counts.notJudged}, nothing to judge: ${counts.nothingToJudge}.`,
    ...judgedLines(offers),
  ];
  asked.answer({ ...counts, offers }, `${text.join('\n')}\n`);
  return counts.failed > 0 ? exitCodes.certification : exitCodes.ok;
}

/** A page at a time; whoever waits longer than this is told how far it is. */
const silenceMs = 2000;
/** Packages are read again, and slow storage may answer slowly. */
const patienceMs = 120_000;

async function judgedOffers(asked: Asked): Promise<readonly Fields[]> {
  const offers: Fields[] = [];
  const startedAt = Date.now();
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '20', ...(cursor === undefined ? {} : { cursor }) });
    const { body } = await asked.get(`/api/recertification?${query.toString()}`, { patienceMs });
    const page = isRecord(body) ? body : {};
    offers.push(...recordsIn(page, 'items'));
    cursor = typeof page['next'] === 'string' ? page['next'] : undefined;
    if (cursor !== undefined && Date.now() - startedAt > silenceMs)
      asked.remark(`Judged ${offers.length} of ${textIn(page, 'total')} live offers.\n`);
  } while (cursor !== undefined);
  return offers;
}

const verdicts = ['passed', 'reviewRequired', 'failed', 'notJudged', 'nothingToJudge'] as const;
type Counts = Readonly<Record<(typeof verdicts)[number], number>>;

function countsOf(offers: readonly Fields[]): Counts {
  const count = (verdict: string): number =>
    offers.filter((offer) => textIn(offer, 'verdict') === verdict).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Counts;
}

function offerLines(offer: Fields, language: Language): readonly string[] {
  const name = `${textIn(offer, 'publisherId')}/${textIn(offer, 'offerId')}`;
  const notJudged = namesIn(offer, 'notJudged');
  return [
    `${name} version ${textIn(offer, 'offerVersion')}: ${textIn(offer, 'verdict')}`,
    ...recordsIn(offer, 'findings')
      .flatMap((detail) => detailLines(detail, language))
      .map((line) => `  ${line}`),
    ...(notJudged.length === 0 ? [] : [`  not wholly judged: ${notJudged.join(', ')}`]),
    ...(textIn(offer, 'verdict') === 'nothingToJudge'
      ? ['  nothing of the version that is live is kept']
      : []),
  ];
}

/** What the verdicts rest on, and what they say nothing about. */
function judgedLines(offers: readonly Fields[]): readonly string[] {
  const judged = offers.flatMap((offer) => namesIn(offer, 'judged'));
  const documents = judged.filter((name) => name === 'offer').length;
  const notRun = new Set(offers.flatMap((offer) => namesIn(offer, 'rulesNotRun')));
  if (judged.length === 0) return [];
  return [
    `Judged: documents ${documents}, disks and packages ${judged.length - documents}.`,
    `Not tried: addresses of files, what links and pictures answer, changes of what is live (rules: ${notRun.size}; --json names them).`,
  ];
}

const namesIn = (offer: Fields, name: string): readonly string[] => {
  const names = offer[name];
  return Array.isArray(names) ? names.map(String) : [];
};
