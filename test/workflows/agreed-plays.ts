import type { PublicationStatus } from '../../src/domain/publication/status';
import type { PublicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';
import { approve, begin, untilSaid } from './plays';

type Asked = (status: PublicationStatus) => boolean;

const atSignOff: Asked = ({ status }) => status === 'waitingForPublisherReview';
const atReviewers: Asked = ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval');
const hasEnded: Asked = ({ endedAt }) => endedAt !== null;

/** Whatever the pipeline: Ann signs off and Rita approves, in whichever order they are asked, until that is asked for. */
async function agreedUntil(bench: PublicationBench, wanted: Asked): Promise<void> {
  const asked: Asked = (status) => [wanted, atSignOff, atReviewers, hasEnded].some((is) => is(status));
  for (;;) {
    const status = await untilStatus(bench, asked);
    if (wanted(status)) return;
    if (hasEnded(status)) throw new Error(`It has ended: ${status.outcome}`);
    if (atSignOff(status)) await signOff(bench);
    else await approve(bench);
  }
}

const signOff = ({ client, offer }: PublicationBench): Promise<unknown> =>
  client.goLive(offer, { actor: 'ann' });

export async function upToSignOff(bench: PublicationBench): Promise<void> {
  await begin(bench);
  await agreedUntil(bench, atSignOff);
}

export async function upToReviewers(bench: PublicationBench): Promise<void> {
  await begin(bench);
  await agreedUntil(bench, atReviewers);
}

/** To whatever end follows, a failed run among them. */
export async function agreedToEnd(bench: PublicationBench): Promise<unknown> {
  await begin(bench);
  return onToEnd(bench);
}

async function onToEnd(bench: PublicationBench): Promise<unknown> {
  await agreedUntil(bench, hasEnded);
  return bench.client.result(bench.offer).catch(() => undefined);
}

export async function changesRequested(bench: PublicationBench): Promise<unknown> {
  await upToReviewers(bench);
  await bench.client.reviewDecision(bench.offer, {
    actor: 'rita',
    decision: 'requestChanges',
    comments: [{ message: 'A smaller default size is cheaper.', path: 'mainTemplate.json', line: 12 }],
  });
  return bench.client.result(bench.offer);
}

export async function scheduled(bench: PublicationBench, notBefore = '2099-01-01T00:00:00Z'): Promise<void> {
  await upToSignOff(bench);
  await bench.client.goLive(bench.offer, { actor: 'ann', notBefore });
}

export async function liveAtDate(bench: PublicationBench): Promise<unknown> {
  await scheduled(bench, new Date(Date.now() + 2000).toISOString());
  await untilStatus(bench, (status) => !atSignOff(status));
  return onToEnd(bench);
}

export async function liveAfterWithdrawal(bench: PublicationBench): Promise<unknown> {
  await scheduled(bench);
  await bench.client.withdrawGoLive(bench.offer, { actor: 'ann' });
  return onToEnd(bench);
}

/** The publisher's go-live, the first of as many as it takes. */
export async function voted(bench: PublicationBench): Promise<void> {
  await upToSignOff(bench);
  await signOff(bench);
}

export async function liveAfterVotes(bench: PublicationBench): Promise<unknown> {
  await voted(bench);
  await bench.client.withdrawGoLive(bench.offer, { actor: 'bob' });
  await bench.client.goLive(bench.offer, { actor: 'bob' });
  return onToEnd(bench);
}

export async function liveAfterReminders(bench: PublicationBench): Promise<unknown> {
  await upToSignOff(bench);
  await untilSaid(bench, 'signOff.reminded');
  return onToEnd(bench);
}

export async function liveAfterLateReview(bench: PublicationBench): Promise<unknown> {
  await upToReviewers(bench);
  await untilSaid(bench, 'review.reminded');
  return onToEnd(bench);
}
