import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import { testLeadOf } from '../../../src/domain/lead/test-lead';
import { leadTable } from '../../../src/services/lead-destinations/azure-table';
import { createLeadDestinations } from '../../../src/services/lead-destinations/lead-destinations';
import type { LeadAnswer } from '../../../src/services/ports';
import { createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { startHttpServer } from '../../support/http-server';
import { testStack } from '../../support/stack';

const account = 'publisher';
const offer = { publisherId: 'contoso', offerId: 'linux-vm', title: 'Contoso Linux' };
const { lead, token } = testLeadOf(offer, '2026-03-01T12:00:00.123Z');
const canary = Buffer.from('canary-4711').toString('base64');

describe('Azure table', () => {
  it('gets the lead as one row in a table made for it, however often it is sent', async () => {
    const { storage } = testStack();
    const origin = new URL(storage.tableUrl(account)).origin;
    const key = `${crypto.randomUUID()}/registerLead/test`;

    const first = await send(connection(storage.accountKey(account), storage.tableUrl(account)), key, [
      origin,
    ]);
    const second = await send(connection(storage.accountKey(account), storage.tableUrl(account)), key, [
      origin,
    ]);

    expect([first, second]).toEqual([{ kind: 'accepted' }, { kind: 'accepted' }]);
    const rows = await rowsOf(key);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      partitionKey: 'contoso.linux-vm',
      ProductId: 'contoso.linux-vm',
      LeadSource: `${token}-${token}|Contoso Linux`,
      ActionCode: token,
      PublisherDisplayName: 'contoso',
      OfferDisplayName: 'Contoso Linux',
      CreatedTime: '2026-03-01T12:00:00.123Z',
      Description: token,
    });
    expect(JSON.parse(String(rows[0]!['CustomerInfo']))).toMatchObject({ Email: `${token}@test.com` });
  });

  it('refuses a wrong key for good, and its answer does not repeat it', async () => {
    const { storage } = testStack();
    const origin = new URL(storage.tableUrl(account)).origin;

    const answer = await send(connection(canary, storage.tableUrl(account)), 'key', [origin]);

    expect(answer).toMatchObject({ kind: 'refused', answer: expect.stringMatching(/^HTTP 403/) });
    expect(JSON.stringify(answer)).not.toContain(canary);
  });

  it('is not reached at an address of the publisher’s choice', async () => {
    const server = await startHttpServer((response) => response.writeHead(204).end());
    try {
      const answer = await send(connection(canary, `${server.origin}/${account}`), 'key', []);

      expect(answer).toEqual({
        kind: 'refused',
        answer: 'The TableEndpoint of the connection string is not one of Azure.',
      });
      expect(server.received).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it.each([
    ['a server error', 503, 'ServerBusy'],
    ['a table that is just being deleted', 409, 'TableBeingDeleted'],
  ])('is tried again after %s, and the error holds no secret', async (_name, status, code) => {
    const server = await startHttpServer((response) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-ms-error-code': code })
        .end(JSON.stringify({ 'odata.error': { code, message: { value: canary } } })),
    );
    try {
      const sent = send(connection(canary, `${server.origin}/${account}`), 'key', [server.origin]);
      const error = await sent.catch((cause: unknown) => cause);

      expect(String(error)).toBe(
        `OutsideAnswerError: The lead table of storage account ${account} answered HTTP ${status} ${code}.`,
      );
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(canary);
      expect(server.received).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  it('is tried again when nobody answers, and the error holds no secret', async () => {
    const server = await startHttpServer((response) => response.end());
    await server.close();

    const sent = send(connection(canary, `${server.origin}/${account}`), 'key', [server.origin]);
    const error = await sent.catch((cause: unknown) => cause);

    expect(String(error)).toMatch(/cannot be reached/);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(canary);
  });
});

function connection(accountKey: string, endpoint: string): string {
  return `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${accountKey};TableEndpoint=${endpoint}`;
}

async function send(
  storageAccountConnectionString: string,
  key: string,
  trustedOrigins: readonly string[],
): Promise<LeadAnswer> {
  const http = createSafeHttp({ trustedOrigins });
  try {
    return await createLeadDestinations({ http, trustedOrigins }).send(
      lead,
      { destination: 'AzureTable', configuration: { storageAccountConnectionString } },
      key,
    );
  } finally {
    await http.close();
  }
}

async function rowsOf(key: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { storage } = testStack();
  const credential = new AzureNamedKeyCredential(account, storage.accountKey(account));
  const table = new TableClient(storage.tableUrl(account), leadTable, credential, {
    allowInsecureConnection: true,
  });
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const row of table.listEntities()) {
    if (row.rowKey === key.replaceAll('/', '.')) rows.push(row);
  }
  return rows;
}
