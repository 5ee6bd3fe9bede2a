import { offerAt } from '../support/offer-at';
import { publicationAt, publicationId } from '../support/publication-at';
import { listener } from '../support/run-offer';
import { until } from '../support/until';

it('offer publish --wait ends when it asks for sign-off', async () => {
  const { run, test } = await offerAt();

  const waiting = run('publish', 'contoso/linux-vm', '--wait');
  const operation = await until('it was published', () => test.catalogue.operationRows[0]);
  test.publish({ ...publicationAt('signOff'), publicationId: operation.publicationId });
  const { exitCode, stdout } = await waiting;

  expect(exitCode).toBe(0);
  expect(stdout).toContain('Awaiting publisher sign-off');
});

it('offer go-live --wait ends when the offer is live', async () => {
  const { run, test } = await offerAt('signOff');

  const waiting = run('go-live', 'contoso/linux-vm', '--wait', '--json');
  await until('it is decided', () => test.catalogue.operationRows.length > 0);
  test.catalogue.statuses[0] = publicationAt('live');
  const { exitCode, stdout } = await waiting;

  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    publicationId,
    state: 'accepted',
    status: { outcome: 'live' },
  });
});

it.each([
  ['go-live', 'goLive', 'message.wrongState'],
  ['cancel', 'cancel', 'cancel.notBeforeSignOff'],
])('offer %s with --wait ends with 7 when it is refused after it was taken', async (verb, name, code) => {
  const { run, test } = await offerAt('certification');
  test.client.next = 'pending';

  const waiting = run(verb, 'contoso/linux-vm', '--wait');
  const { operationId: requestId } = await until('it is taken', () => test.catalogue.operationRows[0]);
  const params = {
    name,
    requestId,
    expected: 'waitingForPublisherReview',
    current: 'displaycertify: inProgress',
  };
  const message = { code, params };
  test.publish(
    publicationAt('certification', [
      { kind: 'messageAdded', step: 'displaycertify', level: 'warning', message },
    ]),
  );
  const { exitCode, stdout, stderr } = await waiting;

  expect(exitCode).toBe(7);
  expect(stdout).toContain('accepted, not yet answered');
  expect(stderr).toMatch(/not .+\nSee: offer status contoso\/linux-vm\n$/);
});

it('offer cancel with --wait ends with 7 and says so when the offer went live before', async () => {
  const { run, test } = await offerAt('signOff');
  test.client.next = 'pending';

  const waiting = run('cancel', 'contoso/linux-vm', '--wait');
  await until('it is taken', () => test.catalogue.operationRows[0]);
  test.publish(publicationAt('live'));
  const { exitCode, stderr } = await waiting;

  expect(exitCode).toBe(7);
  expect(stderr).toContain('contoso/linux-vm was not canceled: it went live before.');
});

describe('a decision with --wait that was taken before anybody can tell by which publication', () => {
  it.each([
    ['go-live', 'live', 0, 'Live'],
    ['cancel', 'canceled', 5, 'Publish canceled'],
  ] as const)(
    'follows the one that begins, not one that ended before: %s',
    async (verb, phase, code, label) => {
      const { runAt, test } = await offerAt();
      test.publish({ ...publicationAt('changesRequested'), publicationId: 'p-1' });
      test.client.next = 'pending';
      // A start from elsewhere, and no worker.
      Object.assign(test.client, { newestId: () => Promise.reject(new Error('no worker answered')) });
      const { hear, heard } = listener();

      const waiting = runAt({ hear }, verb, 'contoso/linux-vm', '--wait', '--timeout', '20');
      const { publicationId: known } = await until('it is taken', () => test.catalogue.operationRows[0]);
      test.publish(publicationAt('signOff'));
      await until('it is looked at', () => heard().includes('Waiting for your sign-off'));
      test.catalogue.statuses[1] = publicationAt(phase);
      const { exitCode, stdout } = await waiting;

      expect(known).toBe('');
      expect(exitCode).toBe(code);
      expect(stdout).toContain(label);
    },
  );
});
