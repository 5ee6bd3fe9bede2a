import fc from 'fast-check';
import type { OfferTypeId } from '../../../src/domain/offer/document';
import type { OfferKind } from '../../../src/domain/offer/kind';
import type { CommandName } from '../../../src/domain/publication/commands';
import type { Pipeline } from '../../../src/domain/publication/pipeline';
import { pipelineOf } from '../../../src/domain/publication/pipelines';

/** What somebody or something does to a publication, at any moment. */
export type Deed =
  | {
      readonly kind: 'message';
      readonly name: CommandName;
      readonly message: Readonly<Record<string, unknown>>;
      /** Sent again at once, as a client does that got no answer. */
      readonly twice: boolean;
    }
  /** Published once more, as a client does that got no answer. */
  | { readonly kind: 'publish' }
  /** An operator cancels the run. */
  | { readonly kind: 'operatorCancel' }
  /** The story gets on: by so many turns, or as far as it can where nobody counts them. */
  | { readonly kind: 'work'; readonly turns: number }
  /** Everything in memory is lost. */
  | { readonly kind: 'restart' };

export type Sequence = {
  readonly offerType: OfferTypeId;
  readonly pipeline: Pipeline;
  /** The start names who gets the mails. */
  readonly isAddressed: boolean;
  /** The stage in which a rule leaves its answer to reviewers, where there is such a stage. */
  readonly unsureIn: 'validate' | 'certify' | undefined;
  readonly deeds: readonly Deed[];
};

const rows: readonly (readonly [OfferTypeId, OfferKind])[] = [
  ['microsoft-azure-virtualmachines', 'publish'],
  ['microsoft-azure-applications', 'publish'],
  ['staged-offer', 'virtual-machine'],
  ['staged-offer', 'data-service'],
  ['consulting-services', 'publish'],
];

/** Rita has two names: one here, and one on a board elsewhere. */
const actors = fc.constantFrom('ann', 'bob', 'rita', 'Rita (login.example.com)');

const message = fc
  .record({
    name: fc.constantFrom<CommandName>(
      'goLive',
      'goLive',
      'goLive',
      'withdrawGoLive',
      'cancel',
      'reviewDecision',
      'reviewDecision',
      'notificationEmails',
    ),
    actor: actors,
    /** Few, so that some are used again for something else. */
    requestId: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
    decision: fc.constantFrom('approve', 'requestChanges'),
    notBefore: fc.constantFrom(undefined, undefined, '2099-01-01T00:00:00Z', '2001-01-01T00:00:00Z'),
    twice: fc.boolean(),
  })
  .map(({ name, actor, requestId, twice, ...fields }): Deed => ({
    kind: 'message',
    name,
    message: { requestId, actor, ...ownFields(name, fields) },
    twice,
  }));

function ownFields(
  name: CommandName,
  { decision, notBefore }: { readonly decision: string; readonly notBefore: string | undefined },
): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'goLive':
      return notBefore === undefined ? {} : { notBefore };
    case 'reviewDecision':
      return { decision };
    case 'notificationEmails':
      return { emails: ['bob@contoso.com'] };
    case 'withdrawGoLive':
    case 'cancel':
      return {};
  }
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 16, arbitrary: message },
  {
    weight: 16,
    arbitrary: fc.constantFrom(1, 1, 9).map((turns): Deed => ({ kind: 'work', turns })),
  },
  { weight: 4, arbitrary: fc.constant<Deed>({ kind: 'restart' }) },
  { weight: 2, arbitrary: fc.constant<Deed>({ kind: 'publish' }) },
  // It ends nearly everything.
  { weight: 2, arbitrary: fc.constant<Deed>({ kind: 'operatorCancel' }) },
);

/** Any row of the table, with any number of votes and any cancel policy, and anything that can happen to it. */
export const sequence: fc.Arbitrary<Sequence> = fc
  .record({
    row: fc.constantFrom(...rows),
    votes: fc.constantFrom(1, 2),
    cancelPolicy: fc.constantFrom('atSignOff', 'untilLive', 'never'),
    isAddressed: fc.constantFrom(true, true, true, false),
    unsureIn: fc.constantFrom(undefined, undefined, 'validate', 'certify'),
    ahead: fc.nat(14),
    deeds: fc.array(deed, { minLength: 1, maxLength: 25 }),
  })
  .map(({ row: [offerType, kind], votes, cancelPolicy, ahead, deeds, ...begun }) => ({
    ...begun,
    offerType,
    pipeline: changed(pipelineOf(offerType, kind), { votes, cancelPolicy }),
    deeds: [...Array.from({ length: ahead }, (): Deed => ({ kind: 'work', turns: 1 })), ...deeds],
  }));

function changed(pipeline: Pipeline | undefined, change: Partial<Pipeline>): Pipeline {
  if (pipeline === undefined) throw new Error('Every row has a pipeline.');
  return { ...pipeline, ...change };
}
