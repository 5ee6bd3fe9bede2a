import { statusLabel } from '../../domain/text/labels';
import { findingText } from '../../domain/text/findings/findings';
import type { Stack } from '../stack';
import { followSteps } from './follow';
import { ApiRefusal, offerApi, type OfferApi, type PublicationAnswer } from './offer-api';
import type { Sample } from './sample';
import { signOff } from './sign-off';
import { shortPause, untilAnswered } from './until-answered';
import type { View } from './view';

export type JourneyOptions = {
  readonly view: View;
  readonly sample: Sample;
  /** Do not ask at sign-off. */
  readonly goLive: boolean;
  /** Publish although the sample is live. */
  readonly again: boolean;
};

export type JourneyEnd = { readonly kind: 'live'; readonly url: string } | { readonly kind: 'notLive' };

const notificationEmails = ['publisher@contoso.example'];

/** The main job: the sample offer from draft to Live. What is open is resumed, what is live is left alone. */
export async function journey(stack: Stack, options: JourneyOptions): Promise<JourneyEnd> {
  const { view, sample } = options;
  const api = offerApi({ url: stack.apiUrl, token: stack.apiToken, ...sample.offer });
  const existing = await untilAnswered(() => api.publication(), shortPause);
  const open = openPublication(existing);
  const liveUrl = existing?.links.live[0]?.uri;
  if (open === undefined && liveUrl !== undefined && !options.again) {
    view.note('The sample is live; nothing to publish (--again publishes it again).');
    return { kind: 'live', url: liveUrl };
  }
  if (open !== undefined) view.note('A publication of the sample is open: going on with it.');
  const publicationId = open ?? (await publishSample(stack, api, options));
  const shown = new Set<string>();
  for (;;) {
    const followed = { api, publicationId, view, pause: shortPause };
    const stop = await followSteps(followed, shown);
    if (stop.kind === 'ended') return ended(stop.publication, view);
    const { temporalAddress, temporalNamespace, temporalCommand } = stack;
    await signOff(
      { ...followed, goLive: options.goLive, temporalAddress, temporalNamespace, temporalCommand },
      stop.publication,
    );
  }
}

const openPublication = (existing: PublicationAnswer | undefined): string | undefined =>
  existing?.status.endedAt === null ? existing.status.publicationId : undefined;

async function publishSample(stack: Stack, api: OfferApi, { sample, view }: JourneyOptions): Promise<string> {
  await sample.saveDraft(stack, api, view);
  try {
    return await view.step('Publish', () => api.publish(notificationEmails));
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
    view.note(error.message);
    const open = openPublication(await untilAnswered(() => api.publication(), shortPause));
    if (open === undefined) throw error;
    return open;
  }
}

function ended({ status, links }: PublicationAnswer, view: View): JourneyEnd {
  const url = links.live[0]?.uri;
  if (status.outcome === 'live' && url !== undefined) return { kind: 'live', url };
  const findings = status.steps.flatMap((step) => step.findings);
  view.note(
    `${status.publisherId}/${status.offerId}: ${statusLabel(status, 'en')}. Details: ${links.status}`,
    ...findings.flatMap((finding) => {
      const { message, fix } = findingText(finding, 'en');
      return [`  ${message}`, `    ${fix}`];
    }),
  );
  return { kind: 'notLive' };
}
