import { createPrivateKey } from 'node:crypto';
import { createPublicationClient, type PublicationClient } from '../../src/client';
import type { OfferKey } from '../../src/domain/offer/ids';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { sampleOffer } from '../../src/local/sample/offer';
import { type AzureDevOps, token as boardToken } from '../fakes/azure-devops';
import { boardEnvironment, hookSecret } from './azure-devops-board';
import { type OwnApi, ownApi, type OwnWorker, ownWorker, type WorkerRole } from './own-product';
import type { OwnProcess } from './own-server';
import { type PublisherFiles, uploadPublisherFiles } from './publisher-image';
import { testStack } from './stack';
import { openSystemParts, type SystemOptions, type SystemParts } from './system-parts';
import { until } from './until';
import type { WebhookReceiver } from './webhook-receiver';
import type { Workshop } from './workshop';

/** The product on real servers, its processes real ones, with a saved draft and ways to break everything. */
export type RealSystem = SystemParts & {
  /** Who is sent webhooks, if somebody is. */
  readonly receiver?: WebhookReceiver | undefined;
  /** Where reviewers work, unless on our own pages. */
  readonly board?: AzureDevOps | undefined;
  readonly offer: OfferKey;
  readonly emails: readonly string[];
  readonly client: PublicationClient;
  readonly files: PublisherFiles;
  /** What each secret is -> the secret: none may be found where people look. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Of every process of the product that was started. */
  readonly logPaths: () => readonly string[];
  readonly startWorker: (role?: WorkerRole) => Promise<OwnWorker>;
  readonly startApi: () => Promise<OwnApi>;
  /** The one that was started first, or else now. */
  readonly anyApi: () => Promise<OwnApi>;
  readonly saveDraft: (offer: OfferKey, files: PublisherFiles) => Promise<void>;
  /** Starts a publication of the saved draft; returns its id. */
  readonly publish: (offer?: OfferKey) => Promise<string>;
  /** Waits until the log says so itself. */
  readonly untilLogged: (
    publicationId: string,
    isSo: (status: PublicationStatus) => boolean,
  ) => Promise<PublicationStatus>;
};

export type RealSystemOptions = SystemOptions & Pick<RealSystem, 'receiver' | 'board'>;

const account = 'publisher';

export async function openRealSystem(
  workshop: Workshop,
  { receiver, board, ...options }: RealSystemOptions = {},
): Promise<RealSystem> {
  const parts = await openSystemParts(workshop, {
    ...options,
    trustedOrigins: receiver === undefined ? [] : [receiver.origin],
    settings: { ...options.settings, ...(board === undefined ? {} : boardEnvironment(board)) },
  });
  const { catalogue, environment, temporal } = parts;
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const emails = ['ann@contoso.com', 'bob@contoso.com'];
  // What the run says to a message counts here, not how busy the machine is.
  const client = createPublicationClient(temporal, { answerWithinMs: 60_000 });
  const files = await uploadFiles(parts, options);
  const started: OwnProcess[] = [];
  let first: Promise<OwnApi> | undefined;

  const system: RealSystem = {
    ...parts,
    receiver,
    board,
    offer,
    emails,
    client,
    files,
    secrets: {
      ...files.secrets,
      ...secretsOf(parts),
      ...(board === undefined
        ? {}
        : { 'the token for the board': boardToken, 'the secret of its hooks': hookSecret }),
    },
    logPaths: () => started.map(({ logPath }) => logPath),
    async startWorker(role = 'all') {
      const name = `worker-${started.length + 1}`;
      return begun(await ownWorker(workshop, environment, { name, role }));
    },
    startApi() {
      const starting = ownApi(workshop, environment).then(begun);
      first ??= starting;
      return starting;
    },
    anyApi: () => first ?? system.startApi(),
    async saveDraft({ publisherId, offerId }, { urls }) {
      const draft = { ...sampleOffer({ ...urls, leadTable: leadTable() }), publisherId, id: offerId };
      await catalogue.offers.saveDraft({ publisherId, offerId }, draft, { actor: 'ann' });
    },
    async publish(which = offer) {
      const answer = await client.publish({ ...which, notificationEmails: emails });
      if (answer.kind !== 'started') throw new Error(`nothing was started: ${JSON.stringify(answer)}`);
      return answer.publicationId;
    },
    untilLogged: (publicationId, isSo) =>
      until(`publication ${publicationId} is logged as wanted`, async () => {
        const status = (await catalogue.publications.find(publicationId))?.status;
        return status !== undefined && isSo(status) && status;
      }),
  };

  async function begun<T extends OwnProcess>(process: T): Promise<T> {
    started.push(process);
    await process.start();
    return process;
  }

  await system.saveDraft(offer, files);
  return system;
}

type ImageShape = { readonly dataMebibytes?: number; readonly rootBegins?: Buffer };

/** Files that nobody else has, in the publisher's account behind its proxy. */
export function uploadFiles(
  { publisher }: Pick<SystemParts, 'publisher'>,
  { dataMebibytes = 8, ...shape }: ImageShape = {},
): Promise<PublisherFiles> {
  const { storage } = testStack();
  const url = storage.blobUrl(account);
  return uploadPublisherFiles(
    { url, accountName: account, key: storage.accountKey(account) },
    { endpoint: publisher.url, dataMebibytes, ...shape },
  );
}

/** Connection string of the publisher's account: leads go into a table of it. */
export function leadTable(): string {
  const { storage } = testStack();
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${storage.accountKey(account)}`,
    `TableEndpoint=${storage.tableUrl(account)}`,
  ].join(';');
}

/** The key itself without what its file says about it, as a JWK has it. */
const seedOf = (pem: string): string => String(createPrivateKey(pem).export({ format: 'jwk' }).d);

function secretsOf({ databaseUrl, keys, regions }: SystemParts): RealSystem['secrets'] {
  const { storage } = testStack();
  const accounts = [account, 'staging', ...Object.keys(regions)];
  return {
    ...Object.fromEntries(accounts.map((name) => [`the key of account ${name}`, storage.accountKey(name)])),
    'the connection string for leads': leadTable(),
    'the password of the database': new URL(databaseUrl).password,
    'the signing key': keys.signingKey.split('\n')[1] ?? '',
    'the seed of the signing key': seedOf(keys.signingKey),
    'the key that encrypts secrets': keys.secretsKey,
    'the API token': keys.apiToken,
  };
}
