import { delimiter, dirname } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createPublicationClient } from '../../src/client';
import type { Finding } from '../../src/domain/certification/finding';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { controlQueue } from '../../src/domain/publication/queues';
import { until } from '../support/until';
import { documentedCommands } from './commands';
import { type NamespaceAtWork, namespaceAtWork } from './namespace-at-work';
import { pythonWithRequirements } from './python';
import { typed } from './type';

const [typescript, python] = documentedCommands['test/docs/examples.test.ts'];

/** Python packages may have to be fetched, once. */
const fetchingMs = 300_000;

let own: NamespaceAtWork;
let findings: readonly Finding[];
beforeEach(async () => {
  findings = [];
  own = await namespaceAtWork({
    validate: () =>
      Promise.resolve({
        verdict: findings.length > 0 ? 'failed' : 'passed',
        findings,
        findingCount: findings.length,
        artefacts: [],
        regions: [],
      }),
  });
});
afterEach(() => own.close());

const pythonEnvironment = async () => ({
  ...own.environment,
  PATH: [dirname(await pythonWithRequirements()), process.env['PATH']].join(delimiter),
});

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };

/** Names of the signals and accepted updates of the offer's newest run. */
async function messages(): Promise<readonly string[]> {
  const { events } = await own.temporal.workflow.getHandle(workflowIdOf(offer)).fetchHistory();
  return (events ?? [])
    .flatMap((event) => [
      event.workflowExecutionSignaledEventAttributes?.signalName,
      event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name,
    ])
    .filter((name) => typeof name === 'string');
}

it('takes an offer live with the client as a library', async () => {
  const said = await typed(typescript, own.environment);

  expect(said).toMatch(/^waitingForPublisherReview .*^go live: accepted$.*^live http:/ms);
  expect(await messages()).toContain('goLive');
});

it.each([
  ['TypeScript', typescript, async () => own.environment, (id: string) => `alreadyRunning, ${id}`],
  ['Python', python, pythonEnvironment, () => `${workflowIdOf(offer)} runs already`],
] as const)(
  'leaves a publication alone in %s that somebody else has started',
  async (_language, command, environment, why) => {
    const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = own.environment;
    const connection = await Connection.connect({ address });
    const client = createPublicationClient(new Client({ connection, namespace }), {
      taskQueue: controlQueue,
    });
    const { publicationId } = await client.publish({ ...offer, notificationEmails: ['bob@contoso.com'] });
    await until(
      'it waits for sign-off',
      async () => (await client.status(offer))?.status === 'waitingForPublisherReview',
    );

    const said = typed(command, await environment());

    await expect(said).rejects.toThrow(
      new RegExp(`ended with 1[^]*^Nothing started: ${why(publicationId)}\\. .*\n$`, 'm'),
    );
    expect((await client.status(offer))?.status).toBe('waitingForPublisherReview');
    expect(await messages()).toEqual([]);
    await connection.close();
  },
  fetchingMs,
);

it(
  'takes an offer live from Python, knowing nothing but names and JSON',
  async () => {
    const said = await typed(python, await pythonEnvironment());

    expect(said).toMatch(/^waitingForPublisherReview$.*"outcome": "live"/ms);
    expect(await messages()).toContain('goLive');
  },
  fetchingMs,
);

it.each([
  ['TypeScript', typescript, async () => own.environment, 'offer.title-missing'],
  ['Python', python, pythonEnvironment, '"outcome": "failed"'],
] as const)(
  'ends with 1 in %s when the publication fails, and does not ask it to go live',
  async (_language, command, environment, said) => {
    findings = [{ ruleId: 'offer.title-missing', severity: 'error', params: {}, target: {} }];

    const failure: Error = await typed(command, await environment()).then(
      (text) => new Error(`It ended with 0: ${text}`),
      (error: Error) => error,
    );

    expect(failure.message).toMatch(/ended with 1\./);
    expect(failure.message).toContain(said);
    // An update that was refused stands in no history, only in what TypeScript prints.
    expect(failure.message).not.toContain('go live:');
    expect(await messages()).toEqual([]);
  },
  fetchingMs,
);
