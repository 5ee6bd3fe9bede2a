import type { PublicationStatus } from '../../src/domain/publication/status';
import { sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { closedTag } from '../../src/services/review-board/azure-devops-tags';
import { type AzureDevOps, startAzureDevOps } from '../fakes/azure-devops';
import { artefactsIn } from '../support/blob-bytes';
import { approve, atSignOff, insist, untilClosed } from '../support/course';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { publishForReview } from '../support/reviewed-application';
import { dice, isSweep } from '../support/seed';
import { regionNames } from '../support/system-parts';
import { until } from '../support/until';
import { inWorkshop, type Workshop } from '../support/workshop';

type Killing = { readonly when: string; readonly play: (workshop: Workshop) => Promise<RealSystem> };

/** What a killed worker had begun is missed after its timeout; a board is told by housekeeping minutes later. */
const patience = 900_000;

const killings: readonly Killing[] = [
  { when: 'it takes back what was put up: nothing of it stays', play: killedInWithdraw },
  { when: 'the board has just made a work item: there is no second one', play: killedInOpenReview },
  { when: 'it tells the board of a decision: the board hears of it', play: killedInCloseReview },
];

const sample = isSweep ? killings : dice('worker killed in an activity').sample(killings, 1);

it.concurrent.each(sample)(
  'a worker is killed when $when',
  ({ play }) =>
    inWorkshop(async (workshop) => {
      const system = await play(workshop);

      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

/** One region, whichever comes first, has deleted its copy, and the other one has not answered yet. */
async function killedInWithdraw(workshop: Workshop): Promise<RealSystem> {
  const system = await openRealSystem(workshop);
  const { catalogue, client, offer, untilLogged } = system;
  const worker = await system.startWorker();
  const publicationId = await system.publish();
  await untilLogged(publicationId, atSignOff);
  const [disk] = await catalogue.artefacts.bindings(offer, 1);
  const halfDone = hangsAfterFirstDelete(system.regions);

  await insist((requestId) => client.cancel(offer, { actor: 'ann', requestId }));
  await until('the clean-up is half done', halfDone);
  await worker.send('SIGKILL');
  for (const region of regionNames) system.regions[region].behave('answers');
  await system.startWorker();
  const { outcome } = await untilClosed(system, offer);

  expect(outcome).toBe('canceled');
  const left = regionNames.map((region) =>
    artefactsIn(region)
      .getBlobClient(disk?.digest ?? '')
      .exists(),
  );
  expect(await Promise.all(left)).toEqual([false, false]);
  return system;
}

/** Whether the region that was asked second has been asked, and hangs. */
function hangsAfterFirstDelete({ westeurope, eastus }: RealSystem['regions']): () => boolean {
  let isAsked = false;
  for (const [first, second] of [
    [westeurope, eastus],
    [eastus, westeurope],
  ] as const)
    first.onRequest((line) => {
      if (!line.startsWith('DELETE')) return;
      second.behave('hangs');
      second.onRequest(() => {
        isAsked = true;
      });
    });
  return () => isAsked;
}

async function killedInOpenReview(workshop: Workshop): Promise<RealSystem> {
  const { system, board, publish } = await reviewedElsewhere(workshop);
  const worker = await system.startWorker();
  board.disturb('keepAnswer', /\$/);

  const publicationId = await publish();
  await until('the board has an item', () => board.items.size > 0);
  await worker.send('SIGKILL');
  await system.startWorker();
  await system.untilLogged(publicationId, inReview);
  await approve(system, sampleApplicationKey);
  const { outcome } = await untilClosed(system, sampleApplicationKey);

  expect(outcome).toBe('live');
  expect(board.items.size).toBe(1);
  await until('the item is closed', () => isClosed(board));
  return system;
}

async function killedInCloseReview(workshop: Workshop): Promise<RealSystem> {
  const { system, board, publish } = await reviewedElsewhere(workshop);
  const worker = await system.startWorker();
  const publicationId = await publish();
  await system.untilLogged(publicationId, inReview);
  const before = board.calls.length;
  board.disturb('hang');

  await approve(system, sampleApplicationKey);
  await until('the board is being told', () => board.calls.length > before);
  await worker.send('SIGKILL');
  const wasClosed = isClosed(board);
  await system.startWorker();
  const { outcome } = await untilClosed(system, sampleApplicationKey);

  expect(wasClosed).toBe(false);
  expect(outcome).toBe('live');
  await until('the item is closed', () => isClosed(board));
  return system;
}

type Reviewed = {
  readonly system: RealSystem;
  readonly board: AzureDevOps;
  /** Up to where reviewers come next. */
  readonly publish: () => Promise<string>;
};

async function reviewedElsewhere(workshop: Workshop): Promise<Reviewed> {
  const board = await startAzureDevOps();
  workshop.atEnd(board.close);
  const system = await openRealSystem(workshop, { board });
  const { url } = await system.startApi();
  return { system, board, publish: () => publishForReview(system, url, samplePackage()) };
}

const inReview = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

const isClosed = ({ items }: AzureDevOps): boolean =>
  items.get(1)?.fields.get('System.Tags')?.includes(closedTag) === true;
