import type { FreshCatalogue } from './fresh-catalogue';
import { newSigningKey } from './signing-key';
import { testStack } from './stack';
import { apiToken } from './test-app';

/** What an API process of the test's own needs: the test run's servers, a database of its own, a free port. */
export function apiEnvironment({ databaseUrl }: Pick<FreshCatalogue, 'databaseUrl'>): Record<string, string> {
  const { temporalAddress, smtpUrl, storage } = testStack();
  const account = (name: string): object => ({
    name,
    url: storage.blobUrl(name),
    credential: { accountName: name, accountKey: storage.accountKey(name) },
  });
  return {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    STAGING: JSON.stringify(account('staging')),
    REGIONS: JSON.stringify([account('westeurope')]),
    SMTP_URL: smtpUrl,
    PUBLIC_URL: 'http://127.0.0.1',
    SIGNING_KEY: newSigningKey(),
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    API_TOKEN: apiToken,
    API_PORT: '0',
  };
}
