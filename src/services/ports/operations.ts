import type { OfferKey } from '../../domain/offer/ids';
import type { OperationKind, OperationState } from '../../domain/publication/operation-state';
import type { Message } from '../../domain/text/language';

export type OperationRecord = {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly publisherId: string;
  readonly offerId: string;
  /** Empty as long as nobody could say which: it was sent to a run that no worker has begun. */
  readonly publicationId: string;
  readonly state: OperationState;
  /** Why the publication refused what was taken before it could answer; it has failed then. */
  readonly refusal: Message | null;
  readonly actor: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
};

/** Every accepted publish and message of API and portal, resolvable for ever under its own UUID (= requestId). Ids count within an offer. */
export type Operations = {
  /** Idempotent per offer and operationId: the first row stays. `record` of the publication's end closes them. */
  create: (
    operation: Omit<OperationRecord, 'state' | 'refusal' | 'createdAt' | 'endedAt'>,
  ) => Promise<OperationRecord>;
  /** Newest first. */
  listOf: (offer: OfferKey) => Promise<readonly OperationRecord[]>;
  find: (offer: OfferKey, operationId: string) => Promise<OperationRecord | undefined>;
  /**
   * Before a publish or a message is sent: who sends it. Its operation takes the note's place: by `create`, or when the
   * publication tells that it has it. The first one stays.
   */
  noteSender: (
    sender: Pick<OperationRecord, 'publisherId' | 'offerId' | 'operationId' | 'actor'>,
  ) => Promise<void>;
  /** Forgets who sent what came to nothing before that time. */
  pruneSenders: (before: Date) => Promise<void>;
  /** Who was let in by API or portal, by operation id: of all operations of these publications, and messages just sent. */
  actorsOf: (publicationIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};
