import { zipOf } from '../../src/cli/upload/zip';
import { filesBelow } from '../../src/cli/upload/folder-files';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { sampleApplication, sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage, samplePackageFolder } from '../../src/local/sample/application/package';
import { type AzureDevOps, startAzureDevOps, token } from '../fakes/azure-devops';
import { boardSettings } from '../support/azure-devops-board';
import { atSignOff, goLive, hasEnded } from '../support/course';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

jest.setTimeout(600_000);

const offer = sampleApplicationKey;
const api = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;
const hookSecret = 'a-secret-of-hooks-for-tests';
const rita = 'rita@contoso.com';

const mendedPackage = (): Buffer =>
  zipOf(
    filesBelow(samplePackageFolder).map(({ path, content }) =>
      path === 'mainTemplate.json'
        ? { path, content: Buffer.from(content.toString().replace('{', '{\n  ')) }
        : { path, content },
    ),
  );

const inReview = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

it('reviewers work in Azure DevOps: changes requested there end the publication, an approval there lets it go live', () =>
  inWorkshop(async (workshop) => {
    const server = await startAzureDevOps();
    workshop.atEnd(server.close);
    const azureDevOps = { ...boardSettings(server), hookSecret };
    const settings = { REVIEW_BOARD: 'azure-devops', AZURE_DEVOPS: JSON.stringify(azureDevOps) };
    const system = await openRealSystem(workshop, { settings });
    const [{ url }] = await Promise.all([system.startApi(), system.startWorker()]);
    const publish = publisher(url, system);

    // The first item is made, and the answer that says so is lost.
    server.disturb('loseAnswer', /\$/);
    const first = await publish(samplePackage());
    const open = await system.untilLogged(first, inReview);
    const digest = (await system.catalogue.reviews.find({ publicationId: first, step: 'microsoft-review' }))
      ?.packageDigest;
    expect(open.workItem).toEqual({
      board: 'azure-devops',
      id: '1',
      url: `${server.organizationUrl}/Marketplace%20Reviews/_workitems/edit/1`,
    });
    expect(server.items.size).toBe(1);
    expect(server.items.get(1)?.fields.get('System.Description')).toContain(digest);
    server.comment(1, rita, '<p>standard/mainTemplate.json:4 Describe the parameters</p>');
    server.comment(1, 'rob@contoso.com', '<p>The summary is too long</p>');
    server.act(1, rita, { 'System.State': 'Changes requested' });
    await deliver(url, server);
    const refused = await system.untilLogged(first, hasEnded);
    expect(refused).toMatchObject({
      outcome: 'rejected',
      review: { actor: rita, decision: 'requestChanges' },
    });
    const mail = await mailed(system, /changes/i);
    for (const said of ['Describe the parameters', 'standard/mainTemplate.json', 'The summary is too long'])
      expect(mail).toContain(said);
    await isClosed(server, 1);

    // The next publication has an item of its own; what still comes from the first one changes nothing.
    const second = await publish(mendedPackage());
    const again = await system.untilLogged(second, inReview);
    expect(again.workItem?.id).toBe('2');
    await deliver(url, server);
    expect((await system.client.status(offer))?.review ?? null).toBeNull();
    server.comment(2, rita, '<p>Thank you</p>');
    server.act(2, rita, { 'System.State': 'Approved' });
    await deliver(url, server);
    const live = await system.untilLogged(second, hasEnded);
    expect(live).toMatchObject({ outcome: 'live', review: { actor: rita, decision: 'approve' } });
    await isClosed(server, 2);
    const operations = await system.catalogue.operations.listOf(offer);
    const decisions = operations.filter(({ kind }) => kind === 'reviewDecision');
    expect(decisions.map(({ actor, publicationId }) => ({ actor, publicationId }))).toEqual([
      { actor: rita, publicationId: second },
      { actor: rita, publicationId: first },
    ]);
    const kept = JSON.stringify([live, refused, operations, ...system.inbox.mails.map(({ raw }) => raw)]);
    for (const secret of [token, hookSecret]) expect(kept).not.toContain(secret);
  }));

/** All events so far, newest first and each twice, as service hooks may. */
async function deliver(url: string, { events }: AzureDevOps): Promise<void> {
  for (const event of events.toReversed().flatMap((each) => [each, each])) {
    await until('the hook is taken', async () => {
      const { status } = await fetch(`${url}/hooks/azure-devops`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`hooks:${hookSecret}`).toString('base64')}`,
          'Content-Type': 'application/json; charset=utf-8',
        },
        body: JSON.stringify(event),
      });
      return status === 200;
    });
  }
}

const isClosed = (server: AzureDevOps, id: number): Promise<true> =>
  until(`item ${id} is closed`, () =>
    Boolean(server.items.get(id)?.fields.get('System.Tags')?.includes('offer-publication-closed')),
  );

const publisher =
  (url: string, system: RealSystem) =>
  async (content: Buffer): Promise<string> => {
    const send = sender(url, system);
    const stored = await send('PUT', '/api/publishers/contoso/uploads/package/web-site.zip', content);
    const draft = sampleApplication({ packageUrl: String(stored['url']), ...system.files.urls });
    await send('PUT', api, JSON.stringify(draft));
    const metadata = { 'notification-emails': system.emails.join(',') };
    const { publicationId } = await send('POST', `${api}/publish`, JSON.stringify({ metadata }));
    await system.untilLogged(String(publicationId), (status) => atSignOff(status) || hasEnded(status));
    await goLive(system, offer);
    return String(publicationId);
  };

/** Without the soft line ends of mails. */
const mailed = (system: RealSystem, subject: RegExp): Promise<string> =>
  until(`a mail about ${String(subject)}`, () => {
    const mail = system.inbox.mails.find(({ raw }) => subject.test(/^Subject: (.*)$/m.exec(raw)?.[1] ?? ''));
    return mail !== undefined && mail.raw.replaceAll(/=\r?\n/g, '');
  });

const sender =
  (url: string, { keys }: RealSystem) =>
  async (method: string, path: string, body: string | Buffer): Promise<Record<string, unknown>> => {
    const isText = typeof body === 'string';
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${keys.apiToken}`,
        'Content-Type': isText ? 'application/json' : 'application/octet-stream',
      },
      body: isText ? body : new Uint8Array(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
