import type { ClientAnswer } from '../../../src/client';
import { type FakeAppCatalogue, fakeAppCatalogue } from '../../fakes/fake-app-catalogue';
import { fakePublicationClient } from '../../fakes/fake-publication-client';
import { listedOffer } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

type Message = { readonly requestId?: string; readonly actor: string };
type World = {
  readonly test: TestApp;
  readonly catalogue: FakeAppCatalogue;
  readonly atOnce: (readonly [string, string | undefined])[];
};

/** A publication whose mails are written before any answer: who is known then to have sent the message. */
async function world(situation: Parameters<typeof publicationAt>[0]): Promise<World> {
  const catalogue = fakeAppCatalogue();
  const status = publicationAt(situation);
  const atOnce: (readonly [string, string | undefined])[] = [];
  const hasten = async (_offer: unknown, { requestId = '', actor }: Message): Promise<ClientAnswer> => {
    const known = await catalogue.operations.actorsOf([publicationId]);
    atOnce.push([actor, known.get(requestId)]);
    return { kind: 'accepted', requestId, message: { code: 'goLive.accepted', params: {} } };
  };
  const client = {
    ...fakePublicationClient(() => status),
    goLive: hasten,
    withdrawGoLive: hasten,
    cancel: hasten,
    reviewDecision: hasten,
    provideNotificationEmails: hasten,
  };
  const test = testApp({ catalogue, client });
  await test.api('PUT', offerPath, listedOffer());
  catalogue.statuses.push(status);
  return { test, catalogue, atOnce };
}

it.each([
  ['golive', {}],
  ['golive', { requestId: '4f6c2a1e-8d3b-4c5a-9e7f-1a2b3c4d5e6f' }],
  ['withdraw-golive', {}],
  ['cancel', {}],
  ['notification-emails', { emails: ['pat@contoso.example'] }],
  ['review', { decision: 'approve' }],
])('whoever sends %s %j by the API is known before the publication has it', async (name, body) => {
  const { test, atOnce } = await world('signOff');

  await test.api('POST', `${offerPath}/${name}`, body);

  expect(atOnce).toEqual([['api', 'api']]);
});

it.each([
  ['status', 'golive', {}],
  ['status', 'withdraw-golive', {}],
  ['status', 'cancel', {}],
  ['status', 'notification-emails', { emails: 'pat@contoso.example' }],
  ['review', 'review/decision', { decision: 'approve' }],
])('whoever presses a button of the page %s (%s) is known as early', async (_page, name, fields) => {
  const { test, atOnce } = await world(name.startsWith('review') ? 'inReview' : 'signOff');

  await test.browse(`${pagePath}/${name}`, fields);

  expect(atOnce).toHaveLength(1);
  expect(atOnce[0]?.[1]).toBe(atOnce[0]?.[0]);
});
