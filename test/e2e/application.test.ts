import { createHash } from 'node:crypto';
import { artefactsOf } from '../../src/domain/offer/artefacts';
import { sampleApplication, sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { ownPort } from '../support/own-port';
import { insistingCaller } from '../support/api-caller';
import { changed, market } from '../domain/offer/good-offer';
import { approve, atSignOff, goLive, hasEnded, insist, untilClosed } from '../support/course';
import { violations } from '../support/invariants';
import { openRealSystem } from '../support/real-system';
import { packagedFiles } from '../support/shown-application';
import { inWorkshop } from '../support/workshop';

const offer = sampleApplicationKey;
const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;
const review = 'microsoft-review';

/** Everything the Deploy part of a page hands out, fetched: digest by file. */
async function downloadedFrom(page: string): Promise<Readonly<Record<string, string>>> {
  const template = /<a href="([^"]+)" data-digest="[0-9a-f]+" data-file="mainTemplate\.json"/.exec(page)?.[1];
  const files = await packagedFiles();
  const digests = await Promise.all(
    files.map(async (file) => {
      const answer = await fetch(new URL(file.path, template));
      const content = Buffer.from(await answer.arrayBuffer());
      return [file.path, createHash('sha256').update(content).digest('hex')] as const;
    }),
  );
  return Object.fromEntries(digests);
}

const expectedFiles = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await packagedFiles()).map((file) => [file.path, file.digest]));

it(
  'brings the sample application from an uploaded package over preview and sign-off to live, after reviewers asked for other words',
  () =>
    inWorkshop(async (workshop) => {
      const publicUrl = `http://127.0.0.1:${await ownPort()}`;
      const system = await openRealSystem(workshop, { publicUrl });
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      const call = insistingCaller(api.url, system.keys.apiToken);
      const steps = async (publicationId: string) =>
        (await system.catalogue.publications.find(publicationId))?.status.steps ?? [];

      // The publisher uploads the package, saves the offer and publishes it.
      const stored = await call(
        'PUT',
        `/api/publishers/${offer.publisherId}/uploads/package/web-site.zip`,
        samplePackage(),
      );
      const draft = sampleApplication({ packageUrl: String(stored['url']), ...system.files.urls });
      await call('PUT', path, draft);
      const metadata = { 'notification-emails': system.emails.join(',') };
      const published = await call('POST', `${path}/publish`, { metadata });
      const publicationId = String(published['publicationId']);

      // In preview the files are there for an allow-listed subscription, and for nobody else.
      await system.untilLogged(publicationId, (status) => atSignOff(status) || hasEnded(status));
      expect((await steps(publicationId)).flatMap(({ findings }) => findings)).toEqual([]);
      const { links } = (await call('GET', `${path}/publication`)) as {
        links: { preview: { uri: string }[] };
      };
      const previewUri = links.preview[0]!.uri;
      const preview = await (await fetch(previewUri)).text();
      expect(await downloadedFrom(preview)).toEqual(await expectedFiles());
      expect((await fetch(previewUri.replace(/\?.*$/s, ''))).status).toBe(403);

      // The publisher signs off; reviewers decide, and not the one who signed off.
      await goLive(system, offer);
      await system.untilLogged(publicationId, (status) =>
        status.steps.some(({ id, status: state }) => id === review && state === 'waitingForApproval'),
      );
      const own = await system.client.reviewDecision(offer, { actor: 'ann', decision: 'approve' });
      expect(own.kind).toBe('refused');
      const otherWords = { actor: 'rita', decision: 'requestChanges' } as const;
      await insist((requestId) => system.client.reviewDecision(offer, { ...otherWords, requestId }));
      expect((await system.untilLogged(publicationId, hasEnded)).outcome).toBe('rejected');
      await untilClosed(system, offer);

      // With other words about the same package, what was certified is found.
      expect(artefactsOf(draft).map(({ artefactId }) => artefactId)).toEqual(['standard/1.0.0/package']);
      await call('PUT', path, changed(draft, market('summary'), 'A static web site on storage'));
      const again = String((await call('POST', `${path}/publish`, { metadata }))['publicationId']);
      await system.untilLogged(again, (status) => atSignOff(status) || hasEnded(status));
      const certification = (await steps(again)).find(({ id }) => id === 'displaycertify');
      expect(certification?.messages.map(({ message }) => message.code)).toContain('certification.found');
      await goLive(system, offer);
      await approve(system, offer);
      expect((await system.untilLogged(again, hasEnded)).outcome).toBe('live');

      // Live: customers get the same files.
      const product = await (
        await fetch(`${publicUrl}/marketplace/${offer.publisherId}/${offer.offerId}`)
      ).text();
      expect(await downloadedFrom(product)).toEqual(await expectedFiles());
      expect(await call('GET', `${path}/live-check`)).toMatchObject({ ok: true });
      expect(await violations(system)).toEqual([]);
    }),
  900_000,
);
