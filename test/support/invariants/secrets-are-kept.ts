import { readFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';
import { newVisitor } from './new-visitor';
import { readableMail } from './readable-mail';
import { secretsIn } from './secret-shapes';
import { previewOf, productPaths, type Shown, shownAt } from './shown-pages';
import { spellings } from './spellings';

/** No secret is in a history, a row, a log, a mail, a page or an answer of the API (I9). */
export const secretsAreKept: Invariant = async (system) => {
  // First, because the API's own log is read below.
  const held = await newVisitor(system);
  const pages = await shownPages(system);
  const kept = [...(await histories(system.temporal)), ...(await rows(system)), ...(await logs(system))];
  const places = [
    ...kept,
    ...pages.map(({ path, text }) => [path, text] as const),
    ...system.inbox.mails.map(({ raw }) => ['a mail', readableMail(raw)] as const),
  ];
  const leaks = Object.entries({ ...system.secrets, ...held }).flatMap(([what, secret]) => {
    const spelled = spellings(secret);
    return places
      .filter(([, text]) => spelled.some((spelling) => text.includes(spelling)))
      .map(([place]) => `I9 ${what} is in ${place}`);
  });
  const unknown = kept.flatMap(([place, text]) =>
    secretsIn(text).map((what) => `I9 ${what} that nobody knows of is in ${place}`),
  );
  // What cannot be read would keep any secret.
  const unread = pages.filter(({ path, status }) => status !== 200 && !mayAnswer(path, status));
  return [...leaks, ...unknown, ...unread.map(({ path, status }) => `I9 ${path} cannot be read: ${status}`)];
};

/**
 * Nothing may stand in a slot, and a busy machine may not be ready: both can be read. Anything else that is not found is a
 * path that moved, and is searched no more.
 */
const mayAnswer = (path: string, status: number): boolean =>
  (status === 404 && /\/slot\/(?:Preview|Production)$/.test(path)) || (status === 503 && path === '/readyz');

type Place = readonly [name: string, text: string];

/** Where there are a hundred of them, their pages are alike. */
const offersShown = 4;

/** What publishers, operators, previewers and customers see of an offer. */
async function shownPages(system: RealSystem): Promise<readonly Shown[]> {
  const { catalogue } = system;
  const paths = ['/', '/reviews', '/api/reviews', '/readyz'];
  for (const offer of (await catalogue.offers.list()).slice(0, offersShown)) {
    const preview = await previewOf(system, offer);
    const operations = await catalogue.operations.listOf(offer);
    const own = `/publishers/${offer.publisherId}/offers/${offer.offerId}`;
    const publications = await catalogue.publications.listOf(offer);
    paths.push(
      ...['/status', '/history', '/review', '/edit'].map((part) => `${own}${part}`),
      ...publications.map(({ publicationId }) => `${own}/status?publication=${publicationId}`),
      // Of an offer that was never published it is not found.
      ...(publications.length === 0 ? [] : [`/api${own}/publication`]),
      ...['', '/status', '/history', '/submissions'].map((part) => `/api${own}${part}`),
      ...['Draft', 'Preview', 'Production'].map((slot) => `/api${own}/slot/${slot}`),
      ...operations.map(({ operationId }) => `/api${own}/operations/${operationId}`),
      ...(await productPaths(system, offer)).flatMap((path) => [path, `${path}/manifest.json`]),
      ...(preview === undefined ? [] : [`${preview.path}${preview.query}`]),
    );
  }
  const shown: Shown[] = [];
  for (const path of paths) shown.push(await shownAt(system, path));
  return shown;
}

async function histories(temporal: Client): Promise<readonly Place[]> {
  const places: Place[] = [];
  for await (const { workflowId, runId } of temporal.workflow.list()) {
    const handle = temporal.workflow.getHandle(workflowId, runId);
    const [history, { raw }] = [await handle.fetchHistory(), await handle.describe()];
    places.push([`the history of ${workflowId} ${runId}`, textIn([history, raw])]);
  }
  return places;
}

/** Everything in it that can be read, payloads decoded. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (value instanceof Uint8Array) return `${Buffer.from(value).toString('utf8')}\n`;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textIn).join('');
}

async function rows({ databaseUrl }: RealSystem): Promise<readonly Place[]> {
  const tables = await tableRows<{ name: string }>(
    databaseUrl,
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const dumps: Place[] = [];
  for (const { name } of tables) {
    const lines = await tableRows<{ line: string }>(
      databaseUrl,
      `select each::text as line from ${name} as each`,
    );
    dumps.push([`table ${name}`, lines.map(({ line }) => line).join('\n')]);
  }
  return dumps;
}

function logs({ logPaths }: RealSystem): Promise<readonly Place[]> {
  return Promise.all(logPaths().map(async (path): Promise<Place> => [path, await readFile(path, 'utf8')]));
}
