/**
 * Publishes an offer whose draft is saved, waits for its preview, and goes live:
 *
 *   npx tsx docs/examples/publish.ts contoso/linux-vm you@example.com
 *
 * Temporal is found as the environment says (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, ...), else at 127.0.0.1:7233.
 */
import { connectPublicationClient, type OfferKey, type PublicationClient } from '../../src/client';

async function publishAndGoLive(client: PublicationClient, offer: OfferKey, email: string): Promise<void> {
  // Without `draftEtag`: the draft as it is when the run begins, whoever saved it last.
  const published = await client.publish({ ...offer, requestedBy: email, notificationEmails: [email] });
  const { publicationId } = published;
  if (published.kind !== 'started') {
    // What somebody else has published is not ours to take live.
    const why = published.kind === 'refused' ? published.code : published.kind;
    console.error(`Nothing started: ${why}, ${publicationId}. Publish again when it has ended.`);
    process.exitCode = 1;
    return;
  }

  let isAtSignOff = false;
  for await (const { status, steps } of client.watch(offer)) {
    const current = steps.find((step) => step.status === 'inProgress');
    console.log(status, current?.id ?? '');
    isAtSignOff = status === 'waitingForPublisherReview';
    if (isAtSignOff) break;
  }

  if (isAtSignOff) {
    // The same requestId again is the same message, so whoever is not sure may ask again.
    const answer = await client.goLive(offer, {
      actor: email,
      publicationId,
      requestId: `live-${publicationId}`,
    });
    console.log('go live:', answer.kind);
  }

  const { outcome, liveLinks = [], findings = [] } = await client.result(offer);
  console.log(outcome, ...liveLinks.map(({ uri }) => uri), ...findings.map(({ ruleId }) => ruleId));
  if (outcome !== 'live') process.exitCode = 1;
}

async function main([offer = '', email = '']: readonly string[]): Promise<void> {
  const [publisherId = '', offerId = ''] = offer.split('/');
  const client = await connectPublicationClient();
  try {
    await publishAndGoLive(client, { publisherId, offerId }, email);
  } finally {
    await client.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
