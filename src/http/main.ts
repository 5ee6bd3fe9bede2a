import { serve } from '@hono/node-server';
import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublicationClient, type PublicationClient } from '../client';
import { type Config, ConfigError, readConfig } from '../config';
import type { TemporalUi } from '../domain/publication/run-page';
import { packageJudgeOf } from '../inspection/package/package-judge';
import { scanForData } from '../inspection/zero-scan';
import { createLog, type Log } from '../log';
import { openBlobStore } from '../services/blob-storage/blob-store';
import { type CatalogueSettings, openCatalogue } from '../services/catalogue/catalogue';
import { digests } from '../services/digests';
import { createLiveChecker } from '../services/live-check/live-check';
import { openMailTransport } from '../services/mail/mail-transport';
import { createOutsideTokens } from '../services/oidc/outside-tokens';
import { packageFiles } from '../services/package-files/package-files';
import { storedZips } from '../services/package-files/zip-bytes';
import { openAzureDevOps } from '../services/review-board/open-azure-devops';
import { createSafeHttp } from '../services/safe-http/safe-http';
import { createArtefactTokens } from '../services/signing/artefact-tokens';
import { createPreviewTokens } from '../services/signing/preview-tokens';
import { createSigner } from '../services/signing/signer';
import { createSourceReader } from '../services/source-reader/source-reader';
import { createAccessTokens } from '../services/tokens/access-tokens';
import { createUploads } from '../services/uploads/uploads';
import { createApp } from './app';
import type { AppDeps, TemporalProbe } from './deps';
import { createEventHub } from './events/event-hub';
import { limitTimes } from './requests/request-times';
import { createRateLimits } from './requests/rate-limits';
import { seal } from './access/secret';
import { limitUploads } from './uploads/limited-uploads';

/** The API process: everything it needs is put together here, and nowhere else. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog('api', config.LOG_LEVEL);
  const { deps, close } = await compose(config, log);
  const server = await listen(createApp(deps).fetch, config);
  const { port } = server.address() as AddressInfo;
  log.info({ address: `http://${config.API_HOST}:${port}` }, 'api started');
  stopOnSignal(log, async () => {
    // Watchers would stay for ever; they come back to the next process.
    await deps.eventHub.close();
    await stop(server);
    await close();
  });
}

async function compose(config: Config, log: Log): Promise<{ deps: AppDeps; close: () => Promise<void> }> {
  const clock = (): Date => new Date();
  const { connectionOptions, namespace } = loadClientConnectConfig({ disableFile: true });
  // Lazy: pages can be read while Temporal is away, and /readyz says that it is.
  const connection = Connection.lazy(connectionOptions);
  const temporal = new Client({ connection, ...(namespace === undefined ? {} : { namespace }) });
  const client = createPublicationClient(temporal);
  const keys = { privateKeyPem: config.SIGNING_KEY, retired: config.RETIRED_SIGNING_KEYS };
  const signer = createSigner(keys);
  const staging = openBlobStore(config.STAGING);
  const regions = config.REGIONS.map((region) => openBlobStore(region));
  const mail = openMailTransport({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM });
  const { namingKey, ...catalogue } = await openCatalogue(catalogueSettings(config, log, clock));
  const { offers, packages } = catalogue;
  const deps: AppDeps = {
    catalogue,
    client,
    temporal: temporalProbe(client, temporal),
    staging,
    regions,
    mail,
    signer,
    previewTokens: createPreviewTokens(keys),
    artefactTokens: createArtefactTokens(keys),
    packageFiles,
    packageJudge: packageJudgeOf(storedZips),
    accessTokens: createAccessTokens(keys),
    outsideTokens: outsideTokensOf(config),
    limits: createRateLimits({ requests: config.RATE_LIMIT, failures: config.FAILED_SIGN_INS }),
    uploads: uploadsOf(config, clock),
    sources: sourcesOf(config),
    outsideBoard: outsideBoardOf(config, clock),
    liveChecker: createLiveChecker({ offers, packages, signer, digests, staging, regions }),
    eventHub: createEventHub({ feed: catalogue.events, publicUrl: config.PUBLIC_URL, log }),
    clock,
    log,
    settings: {
      publicUrl: config.PUBLIC_URL,
      apiToken: config.API_TOKEN,
      sessionKey: seal('sessions', namingKey),
      proxies: config.PROXIES,
      supportEmail: config.SUPPORT_EMAIL,
      temporalUi: temporalUiOf(config),
      trustedOrigins: config.TRUSTED_ORIGINS,
      ifMatchRequired: config.IF_MATCH_REQUIRED,
      instanceId: config.INSTANCE_ID,
    },
  };
  return {
    deps,
    async close() {
      mail.close();
      await Promise.all([catalogue.close(), connection.close()]);
    },
  };
}

function catalogueSettings(config: Config, log: Log, clock: () => Date): CatalogueSettings {
  const { DATABASE_URL: databaseUrl, SECRETS_KEY: secretsKey, OTHER_SECRETS_KEYS: otherSecretsKeys } = config;
  return { databaseUrl, secretsKey, otherSecretsKeys, log, clock };
}

function uploadsOf({ UPLOADS: account }: Config, clock: () => Date): AppDeps['uploads'] {
  return account && limitUploads(createUploads({ account, clock, scanForData }));
}

/** Whoever asks for a dry run waits for it: each address is asked once. */
function sourcesOf({ TRUSTED_ORIGINS: trustedOrigins }: Config): AppDeps['sources'] {
  return createSourceReader(createSafeHttp({ trustedOrigins }), {
    tries: 1,
    firstPauseMs: 0,
    longestPauseMs: 0,
  });
}

/** Hooks of items that were opened before REVIEW_BOARD was changed still count. */
function outsideBoardOf({ AZURE_DEVOPS: config }: Config, clock: () => Date): AppDeps['outsideBoard'] {
  return config && { board: openAzureDevOps(config, clock), hookSecret: config.hookSecret };
}

function temporalUiOf({
  TEMPORAL_UI_URL: url,
  TEMPORAL_NAMESPACE: namespace,
}: Config): TemporalUi | undefined {
  return url === undefined ? undefined : { url, namespace };
}

function outsideTokensOf(config: Config): AppDeps['outsideTokens'] {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = config;
  if (issuer === undefined || audience === undefined) return undefined;
  return createOutsideTokens({
    issuer,
    audience,
    algorithms: config.OIDC_ALGORITHMS.split(' '),
    actorClaim: config.OIDC_ACTOR_CLAIM,
    rules: config.OIDC_RULES,
  });
}

const temporalProbe = (
  { ping, stuckRuns, namespaceFault }: PublicationClient,
  temporal: Client,
): TemporalProbe => ({ ping, stuckRuns, namespaceFault, pollers: pollersOf(temporal) });

/** How many workers listen on a task queue. */
const pollersOf =
  ({ workflowService, options }: Client): TemporalProbe['pollers'] =>
  async (taskQueue) => {
    const workflows = 1;
    const activities = 2;
    const answers = await Promise.all(
      [workflows, activities].map((taskQueueType) =>
        workflowService.describeTaskQueue({
          namespace: options.namespace,
          taskQueue: { name: taskQueue },
          taskQueueType,
        }),
      ),
    );
    return answers.reduce((sum, { pollers }) => sum + pollers.length, 0);
  };

function listen(fetch: ReturnType<typeof createApp>['fetch'], config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: config.API_HOST, port: config.API_PORT }, () => {
      resolve(server);
    }) as Server;
    limitTimes(server);
    server.once('error', reject);
  });
}

/** No new connections; answers under way get ten seconds. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function stopOnSignal(log: Log, end: () => Promise<void>): void {
  const onSignal = (signal: string): void => {
    log.info({ signal }, 'api stops: answers under way are finished');
    end().catch((error: unknown) => {
      log.error({ err: error }, 'api did not stop cleanly');
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
}

main().catch((error: unknown) => {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `The API could not run. ${error instanceof ConfigError ? error.message : why}\n`,
    // Open connections would keep the process, and nobody restarts one that does not end.
    () => process.exit(1),
  );
});
