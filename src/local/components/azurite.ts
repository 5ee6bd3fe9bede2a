import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { AzureNamedKeyCredential, TableServiceClient } from '@azure/data-tables';
import type { Component } from '../component';
import { flags } from '../process/flags';

export type StorageAccount = { readonly name: string; readonly key: string };

/** The account publishers upload to, our staging, and one account per region. */
export const regionNames = ['westeurope', 'eastus', 'southeastasia', 'brazilsouth'] as const;
export const accountNames = ['publisher', 'staging', ...regionNames] as const;

/** Azurite speaks the storage service's protocol (blob and table), one account per region, data in a folder. */
export function azuriteComponent(server: {
  readonly folder: string;
  readonly blobPort: number;
  readonly tablePort: number;
  readonly queuePort: number;
  readonly accounts: readonly StorageAccount[];
}): Component {
  const first = server.accounts[0];
  if (first === undefined) throw new Error('Azurite needs at least one account.');
  return {
    name: 'azurite',
    address: `127.0.0.1:${server.blobPort} (blob), 127.0.0.1:${server.tablePort} (table)`,
    ports: [server.blobPort, server.tablePort, server.queuePort],
    command: {
      file: process.execPath,
      args: [
        require.resolve('azurite/dist/src/azurite.js'),
        ...flags({
          silent: true,
          disableTelemetry: true,
          location: server.folder,
          // Its newest release for this Node is older than the client's API version.
          skipApiVersionCheck: true,
          loose: true,
          blobPort: server.blobPort,
          tablePort: server.tablePort,
          queuePort: server.queuePort,
        }),
      ],
      environment: {
        AZURITE_ACCOUNTS: server.accounts.map(({ name, key }) => `${name}:${key}`).join(';'),
      },
    },
    answers: async () => {
      await listContainers(accountEndpoint(server.blobPort, first.name), first);
      await listTables(accountEndpoint(server.tablePort, first.name), first);
    },
  };
}

/** The account is the path's first part, as with any emulator. */
export const accountEndpoint = (port: number, account: string): string =>
  `http://127.0.0.1:${port}/${account}`;

const once = { retryOptions: { maxTries: 1, maxRetries: 0 } };

async function listContainers(url: string, account: StorageAccount): Promise<void> {
  const credential = new StorageSharedKeyCredential(account.name, account.key);
  const service = new BlobServiceClient(url, credential, once);
  await service.listContainers().byPage({ maxPageSize: 1 }).next();
}

async function listTables(url: string, account: StorageAccount): Promise<void> {
  const credential = new AzureNamedKeyCredential(account.name, account.key);
  const service = new TableServiceClient(url, credential, { allowInsecureConnection: true, ...once });
  await service.listTables().byPage({ maxPageSize: 1 }).next();
}
