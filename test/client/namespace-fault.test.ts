import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { AttributesRefusedError, createPublicationClient } from '../../src/client';
import { attributeFault, namespaceFault } from '../../src/client/namespace-fault';
import { pathWithTemporal } from '../docs/temporal-cli';
import { testStack } from '../support/stack';
import { bareNamespace, type OwnNamespace } from '../support/temporal-namespace';
import { until } from '../support/until';

const { INDEXED_VALUE_TYPE_TEXT: text } = temporal.api.enums.v1.IndexedValueType;
const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const inOrder = {
  PublisherId: 'Keyword',
  OfferId: 'Keyword',
  OfferType: 'Keyword',
  PublicationStatus: 'Keyword',
};

describe('the comparison', () => {
  it('is content with all that is wanted, whatever else there is', () => {
    expect(attributeFault('offers', { ...inOrder, Color: 'Text' })).toBeUndefined();
  });

  it('names each attribute that is missing and the command that makes those', () => {
    const { PublisherId: _, OfferType: __, ...types } = inOrder;

    expect(attributeFault('offers', types)).toEqual({
      why: 'search attributes of Temporal namespace offers: PublisherId (Keyword) is missing, OfferType (Keyword) is missing',
      fix:
        'Make them (docs/OPERATIONS.md, "Search attributes"; on Temporal Cloud in its console or with tcld): temporal operator search-attribute create ' +
        '--namespace offers --name PublisherId --type Keyword --name OfferType --type Keyword',
    });
  });

  it('tells an attribute of another type from one that is missing, and has it made anew', () => {
    const { PublicationStatus: _, ...types } = { ...inOrder, OfferId: 'Int' };

    expect(attributeFault('offers', types)).toEqual({
      why: 'search attributes of Temporal namespace offers: PublicationStatus (Keyword) is missing, OfferId is of type Int, not Keyword',
      fix:
        'Make them anew if nothing else there needs the old ones, or take another namespace ' +
        '(docs/OPERATIONS.md, "Search attributes"; on Temporal Cloud in its console or with tcld): ' +
        'temporal operator search-attribute remove --namespace offers --name OfferId && ' +
        'temporal operator search-attribute create --namespace offers ' +
        '--name PublicationStatus --type Keyword --name OfferId --type Keyword',
    });
  });
});

describe('a real server', () => {
  let bare: OwnNamespace;
  beforeEach(async () => {
    bare = await bareNamespace(testStack().temporalAddress);
  });
  afterEach(() => bare.close());

  /** What somebody types who is told to; who is asked says yes. */
  async function obey(fix: string): Promise<void> {
    const command = fix.slice(fix.indexOf('temporal operator'));
    const here = { HOME: tmpdir(), TEMPORAL_ADDRESS: testStack().temporalAddress };
    const env = { ...here, PATH: await pathWithTemporal() };
    const { status, stderr } = spawnSync('sh', ['-ec', command], { env, input: 'y\n', encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command}\n${stderr}`);
  }

  const faultOf = ({ temporal: client }: OwnNamespace) => createPublicationClient(client).namespaceFault();

  it('has no fault any more, and lets publications start, after the command that mends the fault', async () => {
    const client = createPublicationClient(bare.temporal);
    const before = await until('the server tells', () => faultOf(bare));
    const refused = client.publish(offer);
    await expect(refused).rejects.toThrow(AttributesRefusedError);
    await expect(refused).rejects.toThrow(
      /^The publication was not started\. .* search attribute \w+ \(docs/,
    );

    await obey(before.fix);

    expect(before.why).toContain('PublisherId (Keyword) is missing, OfferId (Keyword) is missing');
    await until('the fault is gone', async () => (await faultOf(bare)) === undefined);
    // A server learns of new attributes a moment later.
    const started = await until('it starts', () => client.publish(offer));
    expect(started.kind).toBe('started');
  }, 600_000);

  it('with an attribute of another type says so, and has none after the command', async () => {
    const { namespace } = bare;
    const searchAttributes = { OfferId: text };
    await until('the attribute is taken', async () => {
      await bare.temporal.connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
      return true;
    });
    const before = await until('the attribute is there', async () => {
      const fault = await faultOf(bare);
      return fault?.why.includes(' of type ') && fault;
    });

    await obey(before.fix);

    expect(before.why).toMatch(/, OfferId is of type Text, not Keyword$/);
    await until('the fault is gone', async () => (await faultOf(bare)) === undefined);
  }, 600_000);
});

/** A client whose server answers the one question with an error. */
function refusing(code: number): Client {
  const error = Object.assign(new Error('no'), { code, details: 'no', metadata: {} });
  const connection = {
    withDeadline: (_: number, ask: () => Promise<unknown>) => ask(),
    operatorService: { listSearchAttributes: () => Promise.reject(error) },
  };
  return { connection, options: { namespace: 'offers' } } as unknown as Client;
}

it.each([
  ['does not permit it', 7],
  ['does not know the question', 12],
  ['lets nobody look who may not see the namespace', 14],
])('is not known of a server that %s, and so no fault', async (_, code) => {
  expect(await namespaceFault(refusing(code))).toBeUndefined();
});
