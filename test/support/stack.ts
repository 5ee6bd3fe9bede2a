import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ensureDatabase } from '../../src/local/components/postgres';
import type { StackAddresses } from './stack-addresses';

export type TestStack = {
  readonly temporalAddress: string;
  /** Database `postgres`, as its administrator; use {@link freshDatabase} for tables. */
  readonly databaseUrl: string;
  readonly storage: {
    readonly blobUrl: (account: string) => string;
    readonly tableUrl: (account: string) => string;
    readonly accountKey: (account: string) => string;
  };
  readonly smtpUrl: string;
  /** Web page and HTTP API of the inbox: `GET /email` lists every mail as JSON. */
  readonly inboxUrl: string;
  /** File with the prebuilt workflow code for `Worker.create({ workflowBundle: { codePath } })`. */
  readonly workflowBundlePath: () => string;
};

/** The servers of this test run. */
export function testStack(): TestStack {
  const text = process.env['TEST_STACK'];
  if (text === undefined) throw new Error('This test needs the stack: run it without STACK=none.');
  const addresses = JSON.parse(text) as StackAddresses;
  return {
    temporalAddress: addresses.temporalAddress,
    databaseUrl: addresses.databaseUrl,
    storage: {
      blobUrl: (account) => `${addresses.blobUrl}/${account}`,
      tableUrl: (account) => `${addresses.tableUrl}/${account}`,
      accountKey: (account) => {
        const key = addresses.accountKeys[account];
        if (key === undefined) throw new Error(`The test stack has no storage account ${account}.`);
        return key;
      },
    },
    smtpUrl: addresses.smtpUrl,
    inboxUrl: addresses.inboxUrl,
    workflowBundlePath: () => {
      const bundle = addresses.workflowBundle;
      if (bundle?.kind === 'built') return bundle.path;
      throw new Error(`There is no workflow bundle: ${bundle?.reason ?? 'none was made'}`);
    },
  };
}

/** A new database of the caller's own without a table, on the test run's server or another. */
export async function freshDatabase(serverUrl = testStack().databaseUrl): Promise<string> {
  const name = newDatabaseName();
  await ensureDatabase(serverUrl, name);
  return databaseBeside(serverUrl, name);
}

export const newDatabaseName = (): string => `test_${randomUUID().replaceAll('-', '')}`;

/** The URL of another database of the same server. */
export function databaseBeside(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes it again, with whoever is still connected. */
export async function dropDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: testStack().databaseUrl });
  await client.connect();
  try {
    const name = new URL(url).pathname.slice(1);
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
