import type { PublicationStatus } from '../../src/domain/publication/status';
import { sampleApplicationKey as offer } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { type AzureDevOps, startAzureDevOps, token } from '../fakes/azure-devops';
import { hookSecret } from '../support/azure-devops-board';
import { hasEnded } from '../support/course';
import { mailAbout } from '../support/mail-about';
import { openRealSystem } from '../support/real-system';
import { mendedPackage, publishForReview } from '../support/reviewed-application';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

jest.setTimeout(900_000);

const rita = 'rita@contoso.com';

const inReview = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

it('reviewers work in Azure DevOps: changes requested there end the publication, an approval there lets it go live', () =>
  inWorkshop(async (workshop) => {
    const server = await startAzureDevOps();
    workshop.atEnd(server.close);
    const system = await openRealSystem(workshop, { board: server });
    const [{ url }] = await Promise.all([system.startApi(), system.startWorker()]);
    const publish = (content: Buffer): Promise<string> => publishForReview(system, url, content);

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
    const mail = await mailAbout(system, /changes/i);
    for (const said of ['Describe the parameters', 'standard/mainTemplate.json', 'The summary is too long'])
      expect(mail).toContain(said);
    await isClosed(server, 1);
    const threads = await system.catalogue.reviewThreads.listOf(offer, 'open');
    expect(threads.map(({ place, comments: [asked] }) => [asked?.text, place.file, place.line])).toEqual([
      ['Describe the parameters', 'standard/mainTemplate.json', 4],
      ['The summary is too long', null, null],
    ]);

    // The next publication has an item of its own; what still comes from the first one changes nothing.
    await system.client.result(offer);
    const second = await publish(mendedPackage());
    const again = await system.untilLogged(second, inReview);
    expect(again.workItem?.id).toBe('2');
    await deliver(url, server);
    const undecided = await until('the run says where it is', () => system.client.status(offer));
    expect(undecided.review).toBeNull();
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
