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
  /** The story gets on as far as it can. */
  | { readonly kind: 'work' }
  /** Everything in memory is lost. */
  | { readonly kind: 'restart' };

export type Sequence = { readonly pipeline: Pipeline; readonly deeds: readonly Deed[] };

const rows: readonly (readonly [OfferTypeId, OfferKind])[] = [
  ['microsoft-azure-virtualmachines', 'publish'],
  ['microsoft-azure-applications', 'publish'],
  ['staged-offer', 'virtual-machine'],
  ['staged-offer', 'data-service'],
  ['consulting-services', 'publish'],
];

const actors = fc.constantFrom('ann', 'bob', 'rita');

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
    ),
    actor: actors,
    /** Few, so that some are used again for something else. */
    requestId: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
    decision: fc.constantFrom('approve', 'requestChanges'),
    notBefore: fc.constantFrom(undefined, undefined, '2099-01-01T00:00:00Z', '2001-01-01T00:00:00Z'),
    twice: fc.boolean(),
  })
  .map(({ name, actor, requestId, decision, notBefore, twice }): Deed => {
    const own =
      name === 'reviewDecision' ? { decision } : name === 'goLive' && notBefore ? { notBefore } : {};
    return { kind: 'message', name, message: { requestId, actor, ...own }, twice };
  });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: message },
  { weight: 4, arbitrary: fc.constant<Deed>({ kind: 'work' }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'restart' }) },
);

/** Any row of the table, with any number of votes and any cancel policy, and anything that can happen to it. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  pipeline: fc
    .tuple(
      fc.constantFrom(...rows),
      fc.constantFrom(1, 2),
      fc.constantFrom('atSignOff', 'untilLive', 'never'),
    )
    .map(([[offerType, kind], votes, cancelPolicy]) =>
      changed(pipelineOf(offerType, kind), { votes, cancelPolicy }),
    ),
  deeds: fc
    .tuple(fc.nat(14), fc.array(deed, { minLength: 1, maxLength: 25 }))
    .map(([ahead, deeds]) => [...Array.from({ length: ahead }, (): Deed => ({ kind: 'work' })), ...deeds]),
});

function changed(pipeline: Pipeline | undefined, change: Partial<Pipeline>): Pipeline {
  if (pipeline === undefined) throw new Error('Every row has a pipeline.');
  return { ...pipeline, ...change };
}
