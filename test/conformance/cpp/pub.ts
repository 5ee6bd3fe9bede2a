import { z } from 'zod';

/**
 * The Go client of the CPP API, as far as a server can tell: the types it decodes answers into, and the requests it
 * sends. The module itself cannot be had from the Go module proxy, so its rules stand here: Go's decoder ignores
 * unknown keys, leaves a missing or null one at zero, and fails on any other type than the field's.
 */

/** Digits alone, at most 64 bits: Go's `int` takes neither a fraction nor an exponent. */
const int = z.union([z.int(), z.string().regex(/^-?\d{16,19}n$/)]).nullish();
const text = z.string().nullish();
const texts = z.array(z.string()).nullish();
const flag = z.boolean().nullish();
/** RFC 3339, or the same without a zone. */
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?$/)
  .nullish();

const marketplace = (name: string): string => `microsoft-azure-marketplace.${name}`;
const machine = (name: string): string => `microsoft-azure-virtualmachines.${name}`;
const fields = (
  key: (name: string) => string,
  type: z.ZodType,
  names: readonly string[],
): Record<string, z.ZodType> => Object.fromEntries(names.map((name) => [key(name), type]));

const listing = z.looseObject({
  ...fields(marketplace, text, [
    'title',
    'summary',
    'longSummary',
    'description',
    'offerMarketingUrlIdentifier',
    'smallLogo',
    'mediumLogo',
    'wideLogo',
    'leadDestination',
    'privacyURL',
    'termsOfUse',
    'engineeringContactName',
    'engineeringContactEmail',
    'engineeringContactPhone',
    'supportContactName',
    'supportContactEmail',
    'supportContactPhone',
    'publicAzureSupportUrl',
    'fairfaxSupportUrl',
  ]),
  // It takes links for plain texts: an offer that has some cannot be read by it.
  ...fields(marketplace, texts, [
    'allowedSubscriptions',
    'usefulLinks',
    'categories',
    'screenshots',
    'videos',
  ]),
  ...fields(marketplace, flag, ['cspOfferOptIn', 'useEnterpriseContract']),
  ...fields(machine, text, [
    'gtmMaterials',
    'managerContactName',
    'managerContactEmail',
    'managerContactPhone',
  ]),
});

const pricing = z.looseObject({ isByol: flag, freeTrialDurationInMonths: int }).nullish();

const image = z.looseObject({
  mediaName: text,
  showInGui: flag,
  publishedDate: text,
  label: text,
  description: text,
  osVhdUrl: text,
});

const plan = z.looseObject({
  planId: text,
  regions: texts,
  ...fields(machine, text, [
    'skuTitle',
    'skuSummary',
    'skuDescription',
    'operatingSystemFamily',
    'osType',
    'operatingSystem',
  ]),
  ...fields(machine, texts, ['cloudAvailability', 'recommendedVMSizes']),
  ...fields(machine, flag, ['hideSKUForSolutionTemplate', 'supportsAcceleratedNetworking']),
  [machine('vmImages')]: z.record(z.string(), image).nullish(),
  virtualMachinePricing: pricing,
  virtualMachinePricingV2: pricing,
});

const offer = z.looseObject({
  id: text,
  version: int,
  offerTypeId: text,
  publisherId: text,
  status: text,
  pcMigrationStatus: text,
  isvUpgradeRequest: flag,
  definition: z.looseObject({ displayText: text, offer: listing.nullish(), plans: z.array(plan).nullish() }),
  changedTime: time,
});

const message = z.looseObject({ messageHtml: text, level: text, timestamp: time });
const link = z.looseObject({ DisplayText: text, URI: text });
const step = z.looseObject({
  estimatedTimeFrame: text,
  id: text,
  stepName: text,
  description: text,
  status: text,
  messages: z.array(message).nullish(),
  progressPercentage: int,
});

const status = z.looseObject({
  status: text,
  messages: z.array(message).nullish(),
  steps: z.array(step).nullish(),
  previewLinks: z.array(link).nullish(),
  liveLinks: z.array(link).nullish(),
  notificationEmails: text,
});

const operation = status.extend({
  publishingVersion: int,
  offerVersion: int,
  cancellationRequestState: text,
});

const submission = z.looseObject({
  id: text,
  version: int,
  offerId: text,
  offerVersion: int,
  offerTypeId: text,
  publisherId: text,
  submissionType: text,
  submissionState: text,
  publishingVersion: int,
  slot: text,
  definition: z.looseObject({ metadata: z.record(z.string(), z.unknown()).nullish() }),
  changedTime: time,
});

const publisher = z.looseObject({
  id: text,
  version: int,
  definition: z.looseObject({ displayText: text, offerTypeCategories: texts, sellerId: int }),
});

export const goTypes = {
  offer,
  offers: z.array(offer),
  status,
  operation,
  submissions: z.array(submission),
  publishers: z.array(publisher),
} as const;

/** Decodes an answer as Go would; throws what does not fit. Numbers that JS cannot hold are kept as `<digits>n`. */
export function decodeAsGo<Name extends keyof typeof goTypes>(
  name: Name,
  answer: string,
): z.output<(typeof goTypes)[Name]> {
  const exact = answer.replaceAll(/(?<=[:[,]\s*)(-?\d{16,})(?=\s*[,\]}])/g, '"$1n"');
  return goTypes[name].parse(JSON.parse(exact)) as z.output<(typeof goTypes)[Name]>;
}

type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Response>;

/** Its requests, letter by letter: slashes, parameters, headers and bodies as it sends them. */
export function pubClient(call: Call) {
  const version = 'api-version=2017-10-31';
  const send = async (method: string, path: string, sent: { body?: unknown; ifMatch?: string } = {}) => {
    const { body, ifMatch } = sent;
    const answer = await call(method, path, body, ifMatch === undefined ? {} : { 'If-Match': ifMatch });
    // It accepts whatever is not above 299.
    if (answer.status > 299)
      throw new Error(`uri: ${path}, status: ${answer.status}, body: ${await answer.text()}`);
    return answer;
  };
  const offerPath = '/api/publishers/contoso/offers/linux-vm';
  const metadata = { metadata: { 'notification-emails': 'ann@contoso.com,bob@contoso.com' } };
  const locationOf = (answer: Response): string => answer.headers.get('Operation-Location') ?? '';
  return {
    publishers: async () =>
      decodeAsGo('publishers', await (await send('GET', `/api/publishers?${version}`)).text()),
    offers: async () =>
      decodeAsGo('offers', await (await send('GET', `/api/publishers/contoso/offers?${version}`)).text()),
    show: async (part = '') => {
      const answer = await send('GET', `${offerPath}${part}?${version}`);
      return { ...decodeAsGo('offer', await answer.text()), Etag: answer.headers.get('Etag') ?? '' };
    },
    put: async (body: unknown) =>
      decodeAsGo(
        'offer',
        await (await send('PUT', `${offerPath}?${version}`, { body, ifMatch: '*' })).text(),
      ),
    status: async () =>
      decodeAsGo('status', await (await send('GET', `${offerPath}/status?${version}`)).text()),
    publish: async () =>
      locationOf(await send('POST', `${offerPath}/publish?${version}`, { body: metadata })),
    live: async () => locationOf(await send('POST', `${offerPath}/golive?${version}`, { body: metadata })),
    cancel: async () => locationOf(await send('POST', `${offerPath}/cancel?${version}`)),
    operation: async (id: string) =>
      decodeAsGo('operation', await (await send('GET', `${offerPath}/operations/${id}/?${version}`)).text()),
    operationAt: async (location: string) =>
      decodeAsGo('operation', await (await send('GET', location)).text()),
    operations: async (state?: string) => {
      const filter = state === undefined ? '' : `&submissionState=${state}`;
      const answer = await send('GET', `${offerPath}/submissions/?${version}${filter}`);
      return decodeAsGo('submissions', await answer.text());
    },
  };
}
