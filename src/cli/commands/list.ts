import { type Command, Option } from 'commander';
import { timeText } from '../../domain/text/quantity';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { limitOption } from '../limit-option';
import { newCommand } from '../new-command';
import { textIn } from '../output/fields';
import { table } from '../output/table';
import { collect } from '../paging';

type Flags = {
  readonly type?: string;
  readonly status?: string;
  readonly search?: string;
  readonly sort?: string;
  readonly limit: number;
};

const facts = {
  name: 'list',
  does: 'List offers and where they stand, the newest change first.',
  examples: [
    ['offer list', 'the offers that the token reaches'],
    ['offer list contoso --status awaitingSignOff', 'what somebody has to decide about'],
    ['offer list --search linux --sort name --json', 'one JSON object'],
  ],
} as const;

export function listCommand(does: Does): Command {
  return newCommand(facts)
    .argument('[publisher]', 'only of this publisher')
    .option('--type <type>', 'only of this offer type, e.g. microsoft-azure-virtualmachines')
    .option('--status <status>', 'only those that stand so: running, failed, awaitingSignOff, live, ...')
    .option('--search <words>', 'only those with words in the title or id that begin so')
    .addOption(
      new Option('--sort <by>', 'the order').choices([
        'changed',
        '-changed',
        'name',
        '-name',
        'status',
        '-status',
      ]),
    )
    .addOption(limitOption())
    .action(does<Flags>(list));
}

async function list(asked: Asked<Flags>): Promise<number> {
  const { type, status, search, sort, limit } = asked.flags;
  const query = { publisher: asked.words[0], type, search, sort, ...standing(status) };
  const { items: offers, total } = await collect(asked, { path: '/api/offers', query, limit });
  const rows = offers.map((offer) => [
    `${textIn(offer, 'publisherId')}/${textIn(offer, 'offerId')}`,
    textIn(offer, 'title'),
    textIn(offer, 'label'),
    timeText(textIn(offer, 'changedAt'), asked.language),
  ]);
  const isAll = total === null || offers.length >= total;
  const lines = [
    ...(rows.length === 0 ? ['No offers.'] : table(rows)),
    ...(isAll ? [] : [`These are ${offers.length} of ${total}: --limit shows more.`]),
  ];
  asked.answer({ offers, total }, `${lines.join('\n')}\n`);
  return exitCodes.ok;
}

/** The API's own statuses and the finer situations behind the labels have no word in common. */
function standing(word: string | undefined): Readonly<Record<string, string | undefined>> {
  return word !== undefined && offerStatuses.includes(word) ? { status: word } : { situation: word };
}

const offerStatuses = [
  'neverPublished',
  'notStarted',
  'running',
  'waitingForPublisherReview',
  'succeeded',
] as readonly string[];
