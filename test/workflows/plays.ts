import type { PublicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

const emails = ['ann@contoso.com'];

export async function begin(
  bench: PublicationBench,
  input: { readonly notificationEmails?: readonly string[] } = { notificationEmails: emails },
): Promise<void> {
  await bench.client.publish({ ...bench.offer, offerType: 'microsoft-azure-virtualmachines', ...input });
}

export async function toEnd(bench: PublicationBench): Promise<unknown> {
  await begin(bench);
  return bench.client.result(bench.offer);
}

export async function toSignOff(bench: PublicationBench): Promise<void> {
  await begin(bench);
  await untilStatus(bench, 'waitingForPublisherReview');
}

export async function goLive(bench: PublicationBench): Promise<unknown> {
  await bench.client.goLive(bench.offer, { actor: 'ann' });
  return bench.client.result(bench.offer);
}

export async function cancel(bench: PublicationBench): Promise<unknown> {
  await bench.client.cancel(bench.offer, { actor: 'ann', reason: 'A typo in the title.' });
  return bench.client.result(bench.offer);
}

export async function byOperator(bench: PublicationBench): Promise<unknown> {
  await bench.handle().cancel();
  return bench.client.result(bench.offer);
}

export async function schedule(bench: PublicationBench): Promise<void> {
  await toSignOff(bench);
  await bench.client.goLive(bench.offer, { actor: 'ann', notBefore: '2099-01-01T00:00:00Z' });
}

/** The publisher's go-live, the first of as many as it takes. */
export async function signOff(bench: PublicationBench): Promise<void> {
  await toSignOff(bench);
  await bench.client.goLive(bench.offer, { actor: 'ann' });
}

export async function lateAddress(bench: PublicationBench): Promise<unknown> {
  await begin(bench, {});
  await untilSaid(bench, 'address.waiting');
  await bench.client.provideNotificationEmails(bench.offer, { actor: 'ann', emails });
  await untilStatus(bench, 'waitingForPublisherReview');
  return goLive(bench);
}

export async function toReviewer(bench: PublicationBench): Promise<void> {
  await begin(bench);
  await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
}

export async function toSignOffByException(bench: PublicationBench): Promise<void> {
  await toReviewer(bench);
  await bench.client.reviewDecision(bench.offer, {
    actor: 'rita',
    decision: 'approve',
    comments: [{ message: 'Fine.' }],
  });
  await untilStatus(bench, 'waitingForPublisherReview');
}

export async function inReview(bench: PublicationBench): Promise<void> {
  await signOff(bench);
  await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
}

export async function reviewed(
  bench: PublicationBench,
  decision: 'approve' | 'requestChanges',
): Promise<unknown> {
  await inReview(bench);
  await bench.client.reviewDecision(bench.offer, {
    actor: 'rita',
    decision,
    comments: [{ message: 'A smaller default size is cheaper.', path: 'mainTemplate.json', line: 12 }],
  });
  return bench.client.result(bench.offer);
}

export async function approve(bench: PublicationBench): Promise<void> {
  await bench.client.reviewDecision(bench.offer, { actor: 'rita', decision: 'approve' });
}

/** To whatever end follows. */
export async function approved(bench: PublicationBench): Promise<unknown> {
  await approve(bench);
  return bench.client.result(bench.offer);
}

/** Where reviewers come before the preview. */
export async function reviewedFirst(
  bench: PublicationBench,
  decision: 'approve' | 'requestChanges',
): Promise<unknown> {
  await toReviewer(bench);
  await bench.client.reviewDecision(bench.offer, {
    actor: 'rita',
    decision,
    comments: [{ message: 'Say who comes to the customer.' }],
  });
  if (decision === 'requestChanges') return bench.client.result(bench.offer);
  await untilStatus(bench, 'waitingForPublisherReview');
  return undefined;
}

export async function canceledLate(bench: PublicationBench): Promise<unknown> {
  await toSignOff(bench);
  await Promise.all([
    bench.client.goLive(bench.offer, { actor: 'ann' }),
    bench.client.cancel(bench.offer, { actor: 'bob' }),
  ]);
  return bench.client.result(bench.offer);
}

export async function unaddressed(bench: PublicationBench): Promise<unknown> {
  await begin(bench, {});
  return bench.client.result(bench.offer);
}

export async function untilSaid(bench: PublicationBench, code: string): Promise<void> {
  await untilStatus(bench, ({ steps }) =>
    steps.some(({ messages }) => messages.some(({ message }) => message.code === code)),
  );
}
