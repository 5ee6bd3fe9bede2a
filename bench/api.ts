import { Client } from 'pg';
import type { Catalogue } from '../src/services/ports';
import { openSample, story } from '../test/services/catalogue/sample';
import { ownApi } from '../test/support/own-product';
import { openSystemParts } from '../test/support/system-parts';
import type { Workshop } from '../test/support/workshop';
import { type ApiRequest, pages, searches, statusDocument } from './api-requests';
import { type Bench, type Figures, median, percentile } from './figures';
import { liveOverSse } from './live-over-sse';
import { fillWithOffers, manyOffers } from './many-offers';
import { onWholeSystem } from './whole-system';

const samples = 300;
const warmUps = 30;

export const api: Bench = {
  summary: `All offers with ${manyOffers} of them, the status document, go-live to status over SSE, each against its floor`,
  bars: [{ key: 'allOffersP99Ms', atMost: 10 }],
  run: () =>
    onWholeSystem(async (workshop) => ({ ...(await liveOverSse(workshop)), ...(await measure(workshop)) })),
};

async function measure(workshop: Workshop): Promise<Figures> {
  const { catalogue, databaseUrl, environment, keys } = await openSystemParts(workshop, {});
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  workshop.atEnd(() => database.end());
  await fillWithOffers(catalogue, database);
  await publishOne(catalogue);
  const server = await ownApi(workshop, { ...environment, RATE_LIMIT: '1000000' });
  await server.start();
  const ask = (path: string): Promise<void> => readAll(`${server.url}${path}`, keys.apiToken);
  const requests = [...pages, ...searches, statusDocument];
  const times = new Map(requests.map(({ name }) => [name, { api: [] as number[], floor: [] as number[] }]));
  for (let sample = -warmUps; sample < samples; sample += 1) {
    for (const { name, path, floor } of requests) {
      const api = await timed(() => ask(path));
      const bare = await timed(() => database.query(floor.text, [...floor.values]));
      if (sample < 0) continue;
      times.get(name)?.api.push(api);
      times.get(name)?.floor.push(bare);
    }
  }
  return figuresOf(times);
}

type Times = ReadonlyMap<string, { readonly api: readonly number[]; readonly floor: readonly number[] }>;

/** The list's own figures are those of all its pages together; each kind of request stands beside them. */
function figuresOf(times: Times): Figures {
  const together = (asked: readonly ApiRequest[], side: 'api' | 'floor'): readonly number[] =>
    asked.flatMap(({ name }) => times.get(name)?.[side] ?? []);
  const allOffers = together(pages, 'api');
  const floor = together(pages, 'floor');
  const each = [...times].flatMap(([name, { api, floor: bare }]) => [
    [`${name}P50Ms`, median(api)] as const,
    [`${name}P99Ms`, percentile(api, 0.99)] as const,
    [`${name}FloorP50Ms`, median(bare)] as const,
    [`${name}FloorP99Ms`, percentile(bare, 0.99)] as const,
  ]);
  return {
    offers: manyOffers,
    allOffersP50Ms: median(allOffers),
    allOffersP99Ms: percentile(allOffers, 0.99),
    allOffersFloorP50Ms: median(floor),
    allOffersFloorP99Ms: percentile(floor, 0.99),
    // What it takes while nothing else wants the machine: the figure to look at when it is busy.
    allOffersFastestMs: Math.min(...allOffers),
    allOffersFloorFastestMs: Math.min(...floor),
    ratioAllOffers: median(allOffers) / median(floor),
    ...Object.fromEntries(each),
  };
}

/** An offer that waits for its sign-off, with all its steps. */
async function publishOne(catalogue: Catalogue): Promise<void> {
  await openSample(catalogue, 'p1');
  const events = story(
    'p1',
    { kind: 'emailsProvided', emails: ['ann@contoso.com'], actor: null },
    { kind: 'stepChanged', step: 'displaycertify', status: 'complete' },
    { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
  );
  await catalogue.publications.record({ publicationId: 'p1', runId: 'p1-run', firstSequence: 1, events });
}

async function readAll(address: string, token: string): Promise<void> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} was answered ${answer.status}: ${text.slice(0, 300)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
