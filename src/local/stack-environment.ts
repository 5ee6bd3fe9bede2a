import { join } from 'node:path';
import { accountEndpoint, regionNames } from './components/azurite';
import type { LocalKeys } from './keys';
import type { StackPorts } from './stack-ports';

/** What the API, the worker and the migrations of this stack read (`src/config.ts`). */
export function stackEnvironment(stack: {
  readonly ports: StackPorts;
  readonly keys: LocalKeys;
  /** `.local`. */
  readonly folder: string;
  /** Tells the processes of this start from whatever else may answer on their ports. */
  readonly instanceId: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalUiUrl?: string;
  /** As in `TRUSTED_ORIGINS`: what else may be reached, e.g. somebody's receiver of webhooks on this machine. */
  readonly trustedOrigins?: string | undefined;
}): Readonly<Record<string, string>> {
  const { ports, keys, trustedOrigins = '' } = stack;
  return {
    INSTANCE_ID: stack.instanceId,
    DATABASE_URL: stack.databaseUrl,
    TEMPORAL_ADDRESS: stack.temporalAddress,
    ...(stack.temporalUiUrl === undefined ? {} : { TEMPORAL_UI_URL: stack.temporalUiUrl }),
    STAGING: JSON.stringify(storageAccount('staging', stack)),
    REGIONS: JSON.stringify(regionNames.map((name) => storageAccount(name, stack))),
    UPLOADS: JSON.stringify(storageAccount('publisher', stack)),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    PUBLIC_URL: apiUrl(ports),
    API_HOST: '127.0.0.1',
    API_PORT: String(ports.api),
    WORKER_HEALTH_PORT: String(ports.workerHealth),
    METRICS_PORT: String(ports.workerMetrics),
    BUNDLE_FOLDER: join(stack.folder, 'workflows'),
    WORKER_ROLE: 'all',
    SIGNING_KEY: keys.signingKey,
    SECRETS_KEY: keys.secretsKey,
    API_TOKEN: keys.apiToken,
    // The sample's image and its leads lie in our own Azurite, which is no public address.
    TRUSTED_ORIGINS: `http://127.0.0.1:${ports.blob} http://127.0.0.1:${ports.table} ${trustedOrigins}`,
  };
}

export const apiUrl = (ports: StackPorts): string => `http://127.0.0.1:${ports.api}`;

function storageAccount(name: string, { ports, keys }: { ports: StackPorts; keys: LocalKeys }): object {
  return {
    name,
    url: accountEndpoint(ports.blob, name),
    credential: { accountName: name, accountKey: keys.accountKeys[name] },
  };
}
