import type { Command } from 'commander';
import { stepName } from '../../domain/text/labels';
import { timeText } from '../../domain/text/quantity';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { limitOption } from '../limit-option';
import { newCommand } from '../new-command';
import { textIn } from '../output/fields';
import { table } from '../output/table';
import { collect } from '../paging';

type Flags = { readonly publisher?: string; readonly limit: number };

const facts = {
  name: 'list',
  does: 'What waits for reviewers: oldest first.',
  examples: [
    ['offer review list', 'everything the token reaches'],
    ['offer review list --publisher contoso --json', 'of one publisher, with all facts'],
  ],
} as const;

export function reviewListCommand(does: Does): Command {
  return newCommand(facts)
    .option('--publisher <id>', 'only of this publisher')
    .addOption(limitOption())
    .action(does<Flags>(list));
}

async function list(asked: Asked<Flags>): Promise<number> {
  const { publisher, limit } = asked.flags;
  const { items: reviews } = await collect(asked, { path: '/api/reviews', query: { publisher }, limit });
  const rows = reviews.map((review) => [
    `${textIn(review, 'publisherId')}/${textIn(review, 'offerId')}`,
    textIn(review, 'title'),
    stepName(textIn(review, 'step'), asked.language),
    timeText(textIn(review, 'openedAt'), asked.language),
    review['isOverdue'] === true ? 'overdue' : '',
  ]);
  const text = rows.length === 0 ? 'Nothing waits for a review.' : table(rows).join('\n');
  asked.answer({ reviews }, `${text}\n`);
  return exitCodes.ok;
}
