import { createPreviewTokens } from '../../src/services/signing/preview-tokens';
import { samplePreviewSubscriptions } from '../../src/local/sample/offer';
import { atSignOff, seeThrough } from '../support/course';
import { violations } from '../support/invariants';
import { openRealSystem } from '../support/real-system';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;
const times = 20;

it(
  'an offer published twenty times at once, by client and by HTTP, is published once; its page is the one previewed',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const { catalogue, client, emails, keys, offer } = system;
      const other = { publisherId: 'contoso', offerId: 'linux-vm-two' };
      await system.saveDraft(other, system.files);
      const draftEtag = (await catalogue.offers.find(offer))?.etag ?? '';
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);

      const answers = await all(() => client.publish({ ...offer, draftEtag, notificationEmails: emails }));
      const responses = await all(() =>
        fetch(`${api.url}/api/publishers/contoso/offers/${other.offerId}/publish`, {
          method: 'POST',
          headers: { authorization: `Bearer ${keys.apiToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ metadata: { 'notification-emails': emails.join() } }),
        }),
      );
      const bodies = await Promise.all(
        responses.map(async (response) => (await response.json()) as { readonly publicationId: string }),
      );

      expect(answers.filter(({ kind }) => kind === 'started')).toHaveLength(1);
      expect(answers.filter(({ kind }) => kind === 'alreadyRunning')).toHaveLength(times - 1);
      const byClient = theOnly(answers.map(({ publicationId }) => publicationId));
      expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 202));
      const byHttp = theOnly(bodies.map(({ publicationId }) => publicationId));

      await system.untilLogged(byHttp, atSignOff);
      const tokens = createPreviewTokens({ privateKeyPem: keys.signingKey, retired: {} });
      const subscriptionId = samplePreviewSubscriptions[0] ?? '';
      const token = await tokens.issue({ ...other, subscriptionId }, new Date(Date.now() + 3_600_000));
      const preview = await manifest(`${api.url}/preview/contoso/${other.offerId}`, `?token=${token}`);
      await Promise.all([seeThrough(system, byClient), seeThrough(system, byHttp, other)]);
      const production = await manifest(`${api.url}/marketplace/contoso/${other.offerId}`);

      expect(production).toEqual(preview);
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

const all = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: times }, work));

function theOnly(ids: readonly string[]): string {
  expect(new Set(ids).size).toBe(1);
  return ids[0] ?? '';
}

async function manifest(page: string, query = ''): Promise<unknown> {
  const answer = await fetch(`${page}/manifest.json${query}`);
  expect(answer.status).toBe(200);
  return answer.json();
}
