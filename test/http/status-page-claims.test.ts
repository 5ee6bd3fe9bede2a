import type { PublicationFact } from '../../src/domain/publication/events';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { listedOffer } from '../support/listed-offer';
import { publicationAt, publicationId } from '../support/publication-at';
import { offerPath, pagePath, testApp } from '../support/test-app';
import { publishedAt } from '../support/published-at';

const status = `${pagePath}/status`;

/** What others wrote or claim to be, on the status page. */
describe('the status page', () => {
  it('says which actors nobody vouched for, on the page, over the API and in CPP’s document', async () => {
    const decided = (actor: string, requestId: string): PublicationFact => ({
      kind: 'messageAdded',
      step: 'publisher-signoff',
      level: 'information',
      message: { code: 'goLive.accepted', params: { actor, requestId } },
    });
    const { api, browse, catalogue } = await publishedAt('signOff', [
      decided('portal', 'request-1'),
      decided('portal', 'request-2'),
      decided('mallory', 'request-1'),
    ]);
    const operation = { kind: 'goLive', publisherId: 'contoso', offerId: 'linux-vm', publicationId } as const;
    await catalogue.operations.create({ ...operation, operationId: 'request-1', actor: 'portal' });

    const page = await (await browse(status)).text();
    const russian = await (await browse(`${status}?lang=ru`)).text();
    const cpp = await (await api('GET', `${offerPath}/status`)).text();
    const answer = (await (await api('GET', `${offerPath}/publication`)).json()) as {
      status: PublicationStatus;
    };

    for (const text of [page, cpp]) {
      expect(text).toContain('The publisher (portal) decided to go live.');
      expect(text).toContain('The publisher (portal) (unverified) decided to go live.');
      expect(text).toContain('mallory (unverified) decided to go live.');
    }
    expect(russian).toContain('mallory (не подтверждено): принято решение о запуске.');
    const messages = answer.status.steps.flatMap((step) => step.messages);
    expect(messages.map(({ message }) => message.params['unverified'])).toEqual([undefined, undefined, 1, 1]);
  });

  it('asks who said what only where somebody is named', async () => {
    const { api, catalogue } = await publishedAt('certification');
    const actorsOf = async (): Promise<never> => Promise.reject(new Error('nobody is named'));
    Object.assign(catalogue.operations, { actorsOf });

    const answer = await api('GET', `${offerPath}/publication`);

    expect(answer.status).toBe(200);
  });

  it('says who asked for each publication, and whether that is more than a claim', async () => {
    const { browse, publish, catalogue } = await publishedAt('canceled');
    publish({ ...publicationAt('canceled'), publicationId: 'p-2', requestedBy: 'mallory' });
    await catalogue.operations.create({
      operationId: publicationId,
      kind: 'publish',
      publisherId: 'contoso',
      offerId: 'linux-vm',
      publicationId,
      actor: 'api',
    });

    const page = await (await browse(status)).text();

    expect(page).toContain('>The operator</td>');
    expect(page).toContain('>mallory (unverified)</td>');
  });

  it('escapes a title that is an attack', async () => {
    const { api, browse } = testApp();
    const attack = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await api('PUT', offerPath, listedOffer({ title: attack }));

    for (const path of ['/', status]) {
      const page = await (await browse(path)).text();
      expect(page).toContain('&lt;script&gt;alert(1)');
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('<img src=x');
    }
  });

  it('escapes what senders of messages wrote, in the page and in CPP’s messageHtml', async () => {
    const attack = '<img src=x onerror=alert(1)>';
    const { api, browse } = await publishedAt('signOff', [
      {
        kind: 'messageAdded',
        step: 'publisher-signoff',
        level: 'information',
        message: { code: 'cancel.accepted', params: { actor: attack, reason: attack } },
      },
    ]);

    const page = await (await browse(status)).text();
    const json = await (await api('GET', `${offerPath}/status`)).text();

    expect(page).not.toContain(attack);
    expect(json).not.toContain(attack);
    expect(json).toContain('&#60;img');
  });
});
