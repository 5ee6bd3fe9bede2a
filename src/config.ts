import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { roles } from './domain/access/role';
import { idPattern } from './domain/offer/ids';
import { usualDelays } from './domain/publication/pipelines/patience';

/** One storage account of ours. `url` is the blob endpoint, e.g. `http://127.0.0.1:10000/westeurope`. */
const accountSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]{3,24}$/, 'must be 3 to 24 lower-case letters and digits'),
  url: z.url({ protocol: /^https?$/ }),
  credential: z.strictObject({ accountName: z.string().min(3), accountKey: z.base64() }),
});

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const port = (fallback: number): z.ZodType<number> =>
  z.coerce.number().int().min(0).max(65535).default(fallback);

/** Of waits whose usual length is `usualMs`. Each reminder makes a history longer, and it may last a year. */
const hours = (usualMs: number, { min = 6, max = 8760 } = {}): z.ZodType<number> =>
  z.coerce
    .number()
    .int()
    .min(min)
    .max(max)
    .default(usualMs / 3_600_000);

const secretsKeySchema = z
  .base64()
  .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64');

/** Kept as browsers and `URL` write it, so that it can be compared: `http://Host:80` is `http://host`. */
const originSchema = z
  .string()
  .refine(isOrigin, 'must be scheme://host[:port] with http or https, and no path')
  .transform((origin) => new URL(origin).origin);

const regionsSchema = z
  .array(accountSchema)
  .min(1)
  .refine((regions) => new Set(regions.map(({ name }) => name)).size === regions.length, {
    message: 'must name each region once',
    abort: true,
  })
  .refine((regions) => new Set(regions.map(placeOf)).size === regions.length, {
    message: 'must give each region a storage account of its own: two have the same url',
  });

/** Who an identity provider's token lets in, as what (`domain/access/outside-identity.ts`). */
const outsideRuleSchema = z.union([
  z.strictObject({ ...outsideMatch(), publisherId: z.string().regex(idPattern).nullable() }),
  z.strictObject({ ...outsideMatch(), publisherClaim: z.string().min(1) }),
]);

function outsideMatch() {
  return { claim: z.string().min(1), value: z.string().min(1), role: z.enum(roles) };
}

/** Where reviewers work when it is not our own pages (`services/review-board/azure-devops-settings.ts`). */
const azureDevOpsSchema = z
  .strictObject({
    organizationUrl: z
      .url({ protocol: /^https?$/ })
      .refine((url) => !/[?#@]/.test(url), 'must be an address without user, query and fragment')
      .transform((url) => url.replace(/\/+$/, '')),
    project: z.string().min(1),
    personalAccessToken: z.string().min(1),
    workItemType: z.string().min(1).default('Issue'),
    areaPath: z.string().min(1).optional(),
    states: z.strictObject({
      approve: z.string().min(1),
      requestChanges: z.string().min(1),
      withdrawn: z.string().min(1).optional(),
    }),
    /** What service hooks show when they call. */
    hookSecret: z.string().min(16),
  })
  .refine(
    ({ states: { approve, requestChanges, withdrawn } }) =>
      new Set([approve, requestChanges, withdrawn]).size === 3,
    { path: ['states'], message: 'must differ: each means something else' },
  );

/** Every setting of every process, from the environment. Temporal's own come through the SDK's envconfig. */
const configSchema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    STAGING: json.pipe(accountSchema),
    REGIONS: json.pipe(regionsSchema),
    /** The account that publishers' uploads lie in; without one there are none. */
    UPLOADS: json.pipe(accountSchema).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }),
    MAIL_FROM: z.string().default('marketplace@localhost'),
    OPERATOR_EMAIL: z.email().default('operator@localhost.localdomain'),
    REVIEWERS_EMAIL: z.email().default('reviewers@localhost.localdomain'),
    SUPPORT_EMAIL: z.email().default('support@localhost.localdomain'),
    /** A preview link of a reminder works for 14 days: the next one comes before. */
    REMIND_SIGN_OFF_HOURS: hours(usualDelays.signOffReminderEveryMs, { max: 312 }),
    /** Nobody waits longer than 30 days for a notification address. */
    REMIND_ADDRESS_HOURS: hours(usualDelays.addressReminderEveryMs, { max: 720 }),
    REMIND_REVIEW_HOURS: hours(usualDelays.reviewReminderEveryMs),
    /** The operator hears once of a review that takes longer. */
    ESCALATE_REVIEW_HOURS: hours(usualDelays.reviewEscalationAfterMs, { min: 1 }),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    TEMPORAL_UI_URL: z.url().optional(),
    /** Also read by the SDK's envconfig; here only for links into the UI. */
    TEMPORAL_NAMESPACE: z.string().default('default'),
    /** Ed25519 key (PKCS 8, PEM) that signs manifests and preview tokens. */
    SIGNING_KEY: z.string().refine(isEd25519, 'must be an Ed25519 private key (PKCS 8, PEM)'),
    /** JSON: key id -> public key PEM of retired signing keys, still served. */
    RETIRED_SIGNING_KEYS: json.pipe(z.record(z.string(), z.string())).default({}),
    /** 32 bytes, base64: encrypts SAS URLs and lead credentials at rest. */
    SECRETS_KEY: secretsKeySchema,
    /** Space separated: keys that open what was sealed with them and seal nothing, while a key is changed. */
    OTHER_SECRETS_KEYS: z
      .string()
      .default('')
      .transform((keys) => keys.split(/\s+/).filter(Boolean))
      .pipe(z.array(secretsKeySchema)),
    /** Space separated `scheme://host:port` that outbound requests may reach although they are not public. */
    TRUSTED_ORIGINS: z
      .string()
      .default('')
      .transform((origins) => origins.split(/\s+/).filter(Boolean))
      .pipe(z.array(originSchema)),
    /** Bearer token of the local API; without one the mutating endpoints answer 401. */
    API_TOKEN: z.string().min(16).optional(),
    /** `true`: a draft that exists is saved only with `If-Match`; else the last writer wins. */
    IF_MATCH_REQUIRED: z.stringbool().default(false),
    /** Requests a minute of one token, in each API process. */
    RATE_LIMIT: z.coerce.number().int().min(1).default(3000),
    /** Failed sign-ins and wrong tokens a minute of one address, in each API process. */
    FAILED_SIGN_INS: z.coerce.number().int().min(1).default(30),
    /** How many proxies of ours stand before the API and write X-Forwarded-For. */
    PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    /** An OpenID Connect issuer whose tokens are taken, exactly as it calls itself. */
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    /** What those tokens must be made for. */
    OIDC_AUDIENCE: z.string().min(1).optional(),
    /** Space separated. Asymmetric ones only: with a shared secret, whoever checks a token can make one. */
    OIDC_ALGORITHMS: z
      .string()
      .regex(
        /^((RS|PS|ES)(256|384|512)|EdDSA)( ((RS|PS|ES)(256|384|512)|EdDSA))*$/,
        'must be a list of signature algorithms',
      )
      .default('RS256'),
    /** The claim that names the person or program. */
    OIDC_ACTOR_CLAIM: z.string().min(1).default('sub'),
    OIDC_RULES: json.pipe(z.array(outsideRuleSchema)).default([]),
    /** Where reviewers find their work. Our own pages show it in any case. */
    REVIEW_BOARD: z.enum(['own', 'azure-devops']).default('own'),
    AZURE_DEVOPS: json.pipe(azureDevOpsSchema).optional(),
    API_HOST: z.string().default('127.0.0.1'),
    API_PORT: port(8080),
    WORKER_HEALTH_HOST: z.string().default('127.0.0.1'),
    /** Told at `/livez`, so that whoever started this process knows it from another on the same port. */
    INSTANCE_ID: z.string().max(100).optional(),
    /** `/livez` and `/readyz` of a worker; 0 picks a free port. */
    WORKER_HEALTH_PORT: port(9465),
    /** Prometheus metrics of a worker, `/metrics`. */
    METRICS_PORT: port(9464),
    /** Where the prebuilt workflow bundle is kept between starts. */
    BUNDLE_FOLDER: z.string().default('dist/bundle'),
    /** Certifications and replications one data worker runs at the same time. */
    MAX_CONCURRENT_COPIES: z.coerce.number().int().min(1).max(64).default(8),
    WORKER_ROLE: z.enum(['control', 'data', 'all']).default('all'),
    MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(1).default(500),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(({ OIDC_ISSUER, OIDC_AUDIENCE }) => OIDC_ISSUER === undefined || OIDC_AUDIENCE !== undefined, {
    path: ['OIDC_AUDIENCE'],
    message: 'is needed with OIDC_ISSUER',
  })
  .refine(({ REVIEW_BOARD, AZURE_DEVOPS }) => REVIEW_BOARD === 'own' || AZURE_DEVOPS !== undefined, {
    path: ['AZURE_DEVOPS'],
    message: 'is needed with REVIEW_BOARD=azure-devops',
  })
  // Housekeeping deletes from a region what is no replica of its own; uploads lie in containers of their own.
  .refine(({ STAGING, REGIONS }) => !REGIONS.map(placeOf).includes(placeOf(STAGING)), {
    path: ['STAGING'],
    message: 'must be another storage account than those of REGIONS: one of them has the same url',
  });

export type Config = z.infer<typeof configSchema>;
export type AccountConfig = z.infer<typeof accountSchema>;
export type AzureDevOpsConfig = z.infer<typeof azureDevOpsSchema>;

/** Reads the environment. Throws one {@link ConfigError} that names every fault; values are never repeated. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** The same for every spelling of an account's address; either scheme leads to the same blobs. */
function placeOf({ url }: { readonly url: string }): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\/+$/, '');
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[^/?#@\\*]+$/i.test(text) && URL.canParse(text);
}

/** The parser's own error may quote the key. */
function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}
