import { closedTag, tagOf } from '../../../src/services/review-board/azure-devops-tags';
import { withTag } from '../../fakes/azure-devops-items';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';
import { until } from '../until';
import { loggedPublications } from './logged-publications';

type ReviewRow = {
  readonly publicationId: string;
  readonly step: string;
  readonly item: string | null;
  readonly hasEnded: boolean;
};

/** Reviewers were given each review once: one work item, which our records name, and which is closed when it ended (I5). */
export const everyWorkItemOnce: Invariant = async (system, patienceMs) => {
  const reviews = await tableRows<ReviewRow>(
    system.databaseUrl,
    `select publication_id as "publicationId", step, board || ' ' || external_id as item,
       decided_at is not null as "hasEnded" from review_item`,
  );
  return [
    ...(await unnamedItems(system, reviews)),
    ...sharedItems(reviews),
    ...(await boardFaults(system, reviews, patienceMs)),
  ];
};

/** What the log says was given to reviewers. */
async function unnamedItems(system: RealSystem, reviews: readonly ReviewRow[]): Promise<readonly string[]> {
  return (await loggedPublications(system)).flatMap(({ publicationId, events }) =>
    events.flatMap((event) => {
      if (event.kind !== 'reviewOpened') return [];
      const { board, id } = event.workItem;
      const isNamed = reviews.some(
        (row) =>
          row.publicationId === publicationId && row.step === event.step && row.item === `${board} ${id}`,
      );
      return isNamed ? [] : [`I5 ${publicationId} has no review with work item ${id} of ${board}`];
    }),
  );
}

const sharedItems = (reviews: readonly ReviewRow[]): readonly string[] =>
  reviews
    .filter(({ item }, index) => item !== null && reviews.findIndex((other) => other.item === item) !== index)
    .map(({ publicationId, item }) => `I5 ${publicationId} has work item ${item}, which is another's too`);

/** Only a board elsewhere has items of its own; our page shows what the records say. */
async function boardFaults(
  { board }: RealSystem,
  reviews: readonly ReviewRow[],
  patienceMs: number,
): Promise<readonly string[]> {
  if (board === undefined) return [];
  let faults: readonly string[] = [];
  await until(
    'the board has every review once, and knows which ended',
    () => {
      faults = reviews.flatMap((review) => itemFaults(board, review));
      return faults.length === 0;
    },
    patienceMs,
  ).catch(() => undefined);
  return faults;
}

function itemFaults(
  { items }: NonNullable<RealSystem['board']>,
  { publicationId, step, hasEnded }: ReviewRow,
): readonly string[] {
  const own = withTag(items.values(), tagOf({ publicationId, step }));
  // One that ended before the board was asked has none.
  if (own.length > 1 || (own.length === 0 && !hasEnded))
    return [`I5 the board has ${own.length} work items of ${publicationId}`];
  const isClosed = own.every(({ fields }) => fields.get('System.Tags')?.includes(closedTag) === true);
  return isClosed === hasEnded || own.length === 0
    ? []
    : [`I5 the work item of ${publicationId} is ${isClosed ? 'closed' : 'open'}`];
}
