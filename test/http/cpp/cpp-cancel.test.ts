import { publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';

const requestId = '22222222-2222-4222-8222-222222222222';

async function at(phase: Parameters<typeof publicationAt>[0]): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  test.publish(publicationAt(phase));
  return test;
}

/** From its creation on the operation tells this. */
function settleAs(state: 'succeeded' | 'failed', { catalogue }: TestApp): void {
  const { create } = catalogue.operations;
  catalogue.operations.create = async (operation) => {
    const row = { ...(await create(operation)), state };
    catalogue.operationRows.splice(-1, 1, row);
    return row;
  };
}

describe('canceling over the API', () => {
  it('answers 200 when the publication has ended canceled', async () => {
    const test = await at('signOff');
    settleAs('succeeded', test);

    const answer = await test.api('POST', `${offerPath}/cancel`, { requestId });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ operationId: requestId, state: 'canceled' });
    expect(answer.headers.get('Retry-After')).toBeNull();
  });

  it('answers 202 with an operation while the publication is still withdrawing', async () => {
    const { api } = await at('signOff');

    const answer = await api('POST', `${offerPath}/cancel`, { requestId });
    const operation = await api('GET', answer.headers.get('Operation-Location') ?? '');

    expect(answer.status).toBe(202);
    expect(answer.headers.get('Location')).toBe(answer.headers.get('Operation-Location'));
    expect(answer.headers.get('Retry-After')).toBe('2');
    expect(await operation.json()).toMatchObject({ status: 'running' });
  });

  it('asked again, answers 200 once it is done', async () => {
    const test = await at('signOff');
    const first = await test.api('POST', `${offerPath}/cancel`, { requestId });
    const [row] = test.catalogue.operationRows;
    test.catalogue.operationRows.splice(0, 1, { ...row!, state: 'succeeded' });

    const again = await test.api('POST', `${offerPath}/cancel`, { requestId });

    expect([first.status, again.status]).toEqual([202, 200]);
  });

  it('does not call a cancel done that came too late', async () => {
    const test = await at('signOff');
    settleAs('failed', test);

    const answer = await test.api('POST', `${offerPath}/cancel`, { requestId });

    expect(answer.status).toBe(202);
  });

  it.each([
    ['validation', 'Validate prerequisites'],
    ['certification', 'Certification'],
    ['provisioning', 'Provisioning'],
  ] as const)('answers 409 in phase %s, naming the step that forbids it', async (phase, step) => {
    const { api, catalogue } = await at(phase);

    const answer = await api('POST', `${offerPath}/cancel`);

    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      error: { code: 'cancelNotAllowed', message: expect.stringContaining(step) },
    });
    expect(catalogue.operationRows).toEqual([]);
  });

  it.each(['live', 'canceled', 'certificationFailed', 'changesRequested'] as const)(
    'answers 409 when the publication has ended %s',
    async (phase) => {
      const { api } = await at(phase);

      const answer = await api('POST', `${offerPath}/cancel`);

      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ error: { code: 'noPublication' } });
    },
  );
});
