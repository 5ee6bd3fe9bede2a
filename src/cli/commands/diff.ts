import type { Command } from 'commander';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { recordsIn, textIn } from '../output/fields';
import { isRecord } from '../api/read-error';

type Flags = { readonly from: string; readonly to: string };
type Fields = Readonly<Record<string, unknown>>;

const facts = {
  name: 'diff',
  does: 'Show what differs between two states of an offer, field by field.',
  examples: [
    ['offer diff contoso/linux-vm', 'what publishing the draft would change of what is live'],
    ['offer diff contoso/linux-vm --from 3 --to Preview --json', 'with a JSON Patch (RFC 6902)'],
  ],
} as const;

const sides = 'Draft, Preview, Production or the number of a version';

export function diffCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--from <side>', `the earlier: ${sides}`, 'Production')
    .option('--to <side>', `the later: ${sides}`, 'Draft')
    .action(does<Flags>(diff));
}

async function diff(asked: Asked<Flags>): Promise<number> {
  const { from, to } = asked.flags;
  const path = `${offerPath(asked.offer())}/diff?${new URLSearchParams({ from, to }).toString()}`;
  const { body } = await asked.get(path);
  const changes = recordsIn(body, 'changes');
  const lines = changes.flatMap((change) => changeLines(change, asked));
  const text = lines.length === 0 ? `${from} and ${to} are alike.` : lines.join('\n');
  asked.answer(isRecord(body) ? body : {}, `${text}\n`);
  return exitCodes.ok;
}

function changeLines(change: Fields, { paint }: Asked): readonly string[] {
  const within = Array.isArray(change['within']) ? change['within'].map(String) : [];
  const name = [...within, textIn(change, 'label') || textIn(change, 'pointer')].join(' > ');
  return [
    `${paint('bold', name)} (${textIn(change, 'kind')})`,
    ...side('-', change['before']).map((line) => paint('red', line)),
    ...side('+', change['after']).map((line) => paint('green', line)),
  ];
}

const side = (mark: string, value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split('\n').map((line) => `  ${mark} ${line}`) : [];
