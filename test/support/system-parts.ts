import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { applyMigrations } from '../../src/services/catalogue/database/apply-migrations';
import { openCatalogue } from '../../src/services/catalogue/catalogue';
import type { Catalogue } from '../../src/services/ports';
import { type InboxBehaviour, openSmtpInbox, type SmtpInbox } from '../fakes/smtp-inbox';
import { type StorageProxy, startStorageProxy } from '../fakes/storage-proxy';
import { newSigningKey } from './signing-key';
import { migratedDatabase } from './migrated-database';
import { dropDatabase, freshDatabase, testStack } from './stack';
import { type OwnNamespace, ownNamespace } from './temporal-namespace';
import type { Workshop } from './workshop';
import { databasePatience } from './fresh-catalogue';

export type SystemOptions = {
  /** Of a server of the test's own; the test run's otherwise. */
  readonly temporalAddress?: string;
  /** Its administrator's; the test run's otherwise. */
  readonly databaseServer?: string;
  /** Of a Temporal server that is the caller's own; by default one that nobody else has. */
  readonly namespace?: string;
  /** Data in the publisher's image of 1 GiB; default 8. */
  readonly dataMebibytes?: number;
  readonly mail?: InboxBehaviour;
  /** Where links of mails and pages lead; on 127.0.0.1 the API listens there. Default: an address that nobody has. */
  readonly publicUrl?: string;
  readonly temporalUiUrl?: string;
  /** Settings beyond those every system has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where disks are copied to; two unless told. */
  readonly regions?: readonly RegionName[];
  /** Origins on loopback that the product may call beyond its storage. */
  readonly trustedOrigins?: readonly string[];
};

/** Those of the local stack. */
export const fourRegions = ['westeurope', 'eastus', 'southeastasia', 'brazilsouth'] as const;
export const regionNames = ['westeurope', 'eastus'] as const satisfies readonly RegionName[];
export type RegionName = (typeof fourRegions)[number];

/** What the product depends on, of this system's own or behind a proxy of its own. */
export type SystemParts = OwnNamespace & {
  readonly databaseUrl: string;
  readonly catalogue: Catalogue;
  readonly inbox: SmtpInbox;
  /** In front of the publisher's account. */
  readonly publisher: StorageProxy;
  /** In front of the regions' accounts; the first two are always there. */
  readonly regions: Readonly<Record<(typeof regionNames)[number], StorageProxy>> &
    Readonly<Partial<Record<RegionName, StorageProxy>>>;
  readonly keys: SystemKeys;
  /** What a process of the product needs to know of all this. */
  readonly environment: Readonly<Record<string, string>>;
};

type SystemKeys = { readonly signingKey: string; readonly secretsKey: string; readonly apiToken: string };

export async function openSystemParts(workshop: Workshop, options: SystemOptions): Promise<SystemParts> {
  const { storage, temporalAddress } = testStack();
  const address = options.temporalAddress ?? temporalAddress;
  const keys = {
    signingKey: newSigningKey(),
    secretsKey: randomBytes(32).toString('base64'),
    apiToken: randomBytes(24).toString('base64url'),
  };
  const databaseUrl = await emptyDatabase(workshop, options);
  const namespace = await ownNamespace(address, options.namespace);
  const inbox = await openSmtpInbox(options.mail);
  const publisher = await startStorageProxy(storage.blobUrl('publisher'));
  const regions = await regionProxies(options);
  const catalogue = await openCatalogue({
    databaseUrl,
    secretsKey: keys.secretsKey,
    patience: databasePatience,
  });
  for (const { close } of [namespace, inbox, publisher, ...Object.values(regions), catalogue])
    workshop.atEnd(close);
  const parts = { ...namespace, databaseUrl, catalogue, inbox, publisher, regions, keys };
  return { ...parts, environment: environmentOf(parts, { address, ...options }) };
}

async function regionProxies({
  regions: wanted = regionNames,
}: SystemOptions): Promise<SystemParts['regions']> {
  const { storage } = testStack();
  const inFront = async (region: RegionName): Promise<StorageProxy> =>
    startStorageProxy(storage.blobUrl(region));
  const [westeurope, eastus] = await Promise.all(regionNames.map(inFront));
  if (westeurope === undefined || eastus === undefined) throw new Error('there are two regions at least');
  const others = wanted.filter((region) => region !== 'westeurope' && region !== 'eastus');
  const more = await Promise.all(others.map(async (region) => [region, await inFront(region)] as const));
  return { westeurope, eastus, ...Object.fromEntries(more) };
}

async function emptyDatabase(workshop: Workshop, { databaseServer }: SystemOptions): Promise<string> {
  if (databaseServer === undefined) {
    const url = await migratedDatabase();
    workshop.atEnd(() => dropDatabase(url));
    return url;
  }
  const url = await freshDatabase(databaseServer);
  await applyMigrations(url);
  return url;
}

function environmentOf(
  parts: Omit<SystemParts, 'environment'>,
  {
    address,
    publicUrl = 'http://offers.example',
    temporalUiUrl,
    trustedOrigins = [],
    settings = {},
  }: SystemOptions & { readonly address: string },
): SystemParts['environment'] {
  const { storage, workflowBundlePath } = testStack();
  const account = (name: string, url: string): object => ({
    name,
    url,
    credential: { accountName: name, accountKey: storage.accountKey(name) },
  });
  const trusted = [parts.publisher.url, storage.tableUrl('publisher')].map((url) => new URL(url).origin);
  return {
    DATABASE_URL: parts.databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: parts.namespace,
    ...(temporalUiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporalUiUrl }),
    STAGING: JSON.stringify(account('staging', storage.blobUrl('staging'))),
    UPLOADS: JSON.stringify(account('publisher', parts.publisher.url)),
    REGIONS: JSON.stringify(Object.entries(parts.regions).map(([name, { url }]) => account(name, url))),
    SMTP_URL: parts.inbox.url,
    PUBLIC_URL: publicUrl,
    BUNDLE_FOLDER: dirname(workflowBundlePath()),
    SIGNING_KEY: parts.keys.signingKey,
    SECRETS_KEY: parts.keys.secretsKey,
    API_TOKEN: parts.keys.apiToken,
    TRUSTED_ORIGINS: [...trusted, ...trustedOrigins].join(' '),
    ...settings,
  };
}
