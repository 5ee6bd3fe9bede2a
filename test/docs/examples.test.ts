import { delimiter, dirname } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createPublicationClient } from '../../src/client';
import { controlQueue } from '../../src/domain/publication/queues';
import { until } from '../support/until';
import { documentedCommands } from './commands';
import { type NamespaceAtWork, namespaceAtWork } from './namespace-at-work';
import { pythonWithRequirements } from './python';
import { typed } from './type';

const [typescript, python] = documentedCommands['test/docs/examples.test.ts'];

let own: NamespaceAtWork;
beforeEach(async () => {
  own = await namespaceAtWork();
});
afterEach(() => own.close());

it('takes an offer live with the client as a library', async () => {
  const said = await typed(typescript, own.environment);

  expect(said).toMatch(/^waitingForPublisherReview .*^go live: accepted$.*^live http:/ms);
});

it('leaves a publication alone that somebody else has started', async () => {
  const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = own.environment;
  const connection = await Connection.connect({ address });
  const client = createPublicationClient(new Client({ connection, namespace }), { taskQueue: controlQueue });
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const { publicationId } = await client.publish({ ...offer, notificationEmails: ['bob@contoso.com'] });
  await until(
    'it waits for sign-off',
    async () => (await client.status(offer))?.status === 'waitingForPublisherReview',
  );

  const said = typed(typescript, own.environment);

  await expect(said).rejects.toThrow(
    new RegExp(`ended with 1[^]*^Nothing started: alreadyRunning, ${publicationId}\\. .*\n$`, 'm'),
  );
  expect((await client.status(offer))?.status).toBe('waitingForPublisherReview');
  await connection.close();
});

it('takes an offer live from Python, knowing nothing but names and JSON', async () => {
  const PATH = [dirname(await pythonWithRequirements()), process.env['PATH']].join(delimiter);

  const said = await typed(python, { ...own.environment, PATH });

  expect(said).toMatch(/^notificationEmails: accepted$.*^waitingForPublisherReview$.*"outcome": "live"/ms);
  // Python packages may have to be fetched, once.
}, 300_000);
