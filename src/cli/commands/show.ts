import { type Command, Option } from 'commander';
import type { OfferDocument } from '../../domain/offer/document';
import { asArray, asObject } from '../../domain/offer/walk';
import { statusLabel } from '../../domain/text/labels';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { readSlot, type SlotFlag, slots } from '../draft';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import { table } from '../output/table';
import { readPublication } from '../publication';

const facts = {
  name: 'show',
  does: 'Show what an offer is: title, type, plans, and where it stands.',
  examples: [
    ['offer show contoso/linux-vm', 'the draft in a few lines'],
    ['offer show contoso/linux-vm --slot Production', 'what customers see'],
    ['offer show contoso/linux-vm --json', 'with the whole document and its ETag'],
  ],
} as const;

export function showCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(new Option('--slot <slot>', 'which of the three').choices(slots).default('Draft'))
    .action(does<SlotFlag>(show));
}

async function show(asked: Asked<SlotFlag>): Promise<number> {
  const { slot } = asked.flags;
  const offer = asked.offer();
  const { document, etag } = await readSlot(asked, offer, slot);
  const publication = await asked.reading(() => readPublication(asked.connection(), offer));
  const label = statusLabel(publication?.status ?? 'neverPublished', asked.language);
  const summary = summaryOf(document);
  const rows = [
    ['Type', summary.offerType],
    ['Slot', slot],
    ['Plans', summary.plans.map(({ planId }) => planId).join(', ')],
    ...(etag === null ? [] : [['ETag', etag]]),
  ];
  const head = `${asked.paint('bold', nameOf(offer))}  ${summary.title}  ${asked.paint('bold', label)}`;
  asked.answer({ slot, etag, label, ...summary, document }, `${[head, ...table(rows)].join('\n')}\n`);
  return exitCodes.ok;
}

type Summary = {
  readonly title: string;
  readonly offerType: string;
  readonly plans: readonly { readonly planId: string }[];
};

/** A draft may hold anything. */
function summaryOf(document: OfferDocument): Summary {
  const definition = asObject(document['definition']) ?? {};
  const title = asObject(definition['offer'])?.['microsoft-azure-marketplace.title'];
  const plans = asArray(definition['plans']).filter(isRecord);
  return {
    title: textOf(title) || textOf(definition['displayText']),
    offerType: textOf(document['offerTypeId']),
    plans: plans.map(({ planId }) => ({ planId: textOf(planId) })),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
