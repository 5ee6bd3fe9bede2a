import { readFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import type { Invariant } from '../invariants';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';

/** No secret is in a history, a row, a log or a mail (I9). */
export const secretsAreKept: Invariant = async (system) => {
  const places = [
    ...(await histories(system.temporal)),
    ...(await rows(system)),
    ...(await logs(system)),
    ...system.inbox.mails.map(({ raw }) => ['a mail', unfolded(raw)] as const),
  ];
  return Object.entries(system.secrets).flatMap(([what, secret]) =>
    places
      .filter(([, text]) => spellings(secret).some((spelling) => text.includes(spelling)))
      .map(([place]) => `I9 ${what} is in ${place}`),
  );
};

type Place = readonly [name: string, text: string];

/** As it is, as a URL has it, and as a URL in JSON or base64 would. */
function spellings(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').slice(0, -4)];
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
  const dumps = tables.map(async ({ name }): Promise<Place> => {
    const lines = await tableRows<{ line: string }>(
      databaseUrl,
      `select each::text as line from ${name} as each`,
    );
    return [`table ${name}`, lines.map(({ line }) => line).join('\n')];
  });
  return Promise.all(dumps);
}

function logs({ logPaths }: RealSystem): Promise<readonly Place[]> {
  return Promise.all(logPaths().map(async (path): Promise<Place> => [path, await readFile(path, 'utf8')]));
}

/** Mails break long lines (quoted-printable). */
const unfolded = (raw: string): string => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
