import { setTimeout as pause } from 'node:timers/promises';
import type { OfferKey } from '../src/domain/offer/ids';
import { atSignOff, goLive, hasEnded } from '../test/support/course';
import { type OwnProcess, ownPostgres, ownTemporal, postgresStop } from '../test/support/own-server';
import { openRealSystem, type RealSystem, uploadFiles } from '../test/support/real-system';
import { until } from '../test/support/until';
import type { Workshop } from '../test/support/workshop';
import { type Bench, type Figures, median } from './figures';
import { onWholeSystem } from './whole-system';

const rounds = 3;
/** Long enough for most pauses between two tries to have grown to their longest. */
const awayMs = 30_000;

export const outages: Bench = {
  summary: `how soon a publication has gone on when the database, Temporal, a region or the mail server returns after ${awayMs / 1000} seconds`,
  bars: [],
  run: () =>
    onWholeSystem(async (workshop) => {
      const servers = await openServers(workshop);
      const times = new Map(outagesOf.map(({ key }) => [key, [] as number[]]));
      for (let round = 0; round < rounds; round += 1) {
        // Of an offer that is live nobody may change the image.
        const offer = { ...servers.system.offer, offerId: `linux-vm-${round}` };
        for (const { key, back } of outagesOf) times.get(key)?.push(await back(servers, offer));
      }
      return figuresOf(times);
    }),
};

function figuresOf(times: ReadonlyMap<string, readonly number[]>): Figures {
  const each = [...times].flatMap(([key, taken]) => [
    [`${key}Ms`, median(taken)] as const,
    [`${key}MostMs`, Math.max(...taken)] as const,
  ]);
  return Object.fromEntries(each);
}

type Servers = {
  readonly system: RealSystem;
  readonly postgres: OwnProcess;
  readonly temporal: OwnProcess;
  readonly mail: { isAway: boolean };
};

async function openServers(workshop: Workshop): Promise<Servers> {
  const mail = { isAway: false };
  const postgres = await ownPostgres(workshop);
  const temporal = await ownTemporal(workshop);
  const system = await openRealSystem(workshop, {
    databaseServer: postgres.url,
    temporalAddress: temporal.address,
    mail: { refuseSender: () => (mail.isAway ? { code: 451, text: 'Try again later.' } : undefined) },
  });
  await system.startWorker();
  return { system, postgres, temporal, mail };
}

/** Each answers how many milliseconds passed from the return until what had waited was done. */
const outagesOf: readonly {
  readonly key: string;
  readonly back: (servers: Servers, offer: OfferKey) => Promise<number>;
}[] = [
  { key: 'regionBackToSignOff', back: withoutRegion },
  { key: 'databaseBackToLive', back: withoutDatabase },
  { key: 'temporalBackToLive', back: withoutTemporal },
  { key: 'mailBackToAllSent', back: withoutMail },
];

/** Away while its copy is due, of bytes that it has not got. */
async function withoutRegion({ system }: Servers, offer: OfferKey): Promise<number> {
  const { regions, catalogue } = system;
  await system.saveDraft(offer, await uploadFiles(system));
  regions.eastus.behave('refuses');
  const id = await system.publish(offer);
  await until('the copy waits for the region', async () =>
    (await catalogue.publications.progress(id)).some(
      ({ item, state }) => item === 'replicate.eastus' && state === 'waiting',
    ),
  );
  await pause(awayMs);
  regions.eastus.behave('answers');
  const took = await timed(() => system.untilLogged(id, atSignOff));
  await goLive(system, offer);
  await system.client.result(offer);
  return took;
}

/** Signed off while it is away. */
async function withoutDatabase({ system, postgres }: Servers, offer: OfferKey): Promise<number> {
  const id = await untilSignOff(system, offer);
  await postgres.send(postgresStop.fast);
  await goLive(system, offer);
  await pause(awayMs);
  await postgres.start();
  const took = await timed(() => system.untilLogged(id, hasEnded));
  await system.client.result(offer);
  return took;
}

/** Signed off as soon as it answers again. */
async function withoutTemporal({ system, temporal }: Servers, offer: OfferKey): Promise<number> {
  const id = await untilSignOff(system, offer);
  await temporal.send('SIGKILL');
  await pause(awayMs);
  await temporal.start();
  const took = await timed(async () => {
    await goLive(system, offer);
    await system.untilLogged(id, hasEnded);
  });
  await system.client.result(offer);
  return took;
}

/** Away from sign-off on; the mails about approval and end wait for it. */
async function withoutMail({ system, mail }: Servers, offer: OfferKey): Promise<number> {
  const id = await untilSignOff(system, offer);
  const { mails } = system.inbox;
  const before = mails.length;
  mail.isAway = true;
  await goLive(system, offer);
  await system.untilLogged(id, hasEnded);
  await pause(awayMs);
  mail.isAway = false;
  const due = before + 2 * system.emails.length;
  const took = await timed(() => until('every mail has arrived', () => mails.length >= due));
  await system.client.result(offer);
  return took;
}

/** With the mails about the preview sent. */
async function untilSignOff(system: RealSystem, offer: OfferKey): Promise<string> {
  const before = system.inbox.mails.length;
  const id = await system.publish(offer);
  await system.untilLogged(id, atSignOff);
  await until(
    'the mails about the preview have arrived',
    () => system.inbox.mails.length >= before + system.emails.length,
  );
  return id;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
