import { createPublicationClient } from '../../src/client';
import type { HealthAnswer } from '../../src/http/health/health-schema';
import { publishableOffer } from '../support/publishable-offer';
import { testStack } from '../support/stack';
import { bareNamespace, type OwnNamespace } from '../support/temporal-namespace';
import { offerPath, temporalInOrder, testApp } from '../support/test-app';
import { until } from '../support/until';

let bare: OwnNamespace;
beforeAll(async () => {
  bare = await bareNamespace(testStack().temporalAddress);
});
afterAll(() => bare.close());

const appOnBare = () => {
  const client = createPublicationClient(bare.temporal);
  return testApp({ client, temporal: { ...temporalInOrder, namespaceFault: client.namespaceFault } });
};

it('is what the doctor finds, with the command that mends it', async () => {
  const { api } = appOnBare();

  // A busy server is not waited for, and then it is not known.
  const { checks } = await until('the server tells the doctor', async () => {
    const answer = (await (await api('GET', '/doctor')).json()) as HealthAnswer;
    return !answer.ok && answer;
  });

  expect(checks.filter((check) => !check.ok)).toEqual([
    {
      name: 'search attributes',
      ok: false,
      millis: expect.any(Number),
      why: expect.stringContaining('PublicationStatus (Keyword) is missing'),
      fix: expect.stringContaining(
        `temporal operator search-attribute create --namespace ${bare.namespace} --name PublisherId --type Keyword`,
      ),
    },
  ]);
});

it('is told to whoever publishes, and who can mend it; nothing is noted', async () => {
  const { api, catalogue, logged } = appOnBare();
  await api('PUT', offerPath, publishableOffer());

  const answer = await api('POST', `${offerPath}/publish`, { metadata: {} });

  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({
    error: {
      code: 'InternalError',
      message:
        'This installation cannot start publications: its Temporal namespace lacks search attributes, or has others. ' +
        'Nothing was changed. Whoever runs it learns from "offer doctor" how to make them.',
    },
  });
  expect(catalogue.operationRows).toEqual([]);
  expect(JSON.stringify(logged)).toContain('AttributesRefusedError');
});
