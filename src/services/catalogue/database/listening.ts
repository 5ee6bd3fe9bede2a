import { Client } from 'pg';
import { clientConfig } from './connection';

const aliveEvery = 5000;

/** One connection that listens on a channel, until it breaks. */
export type Listening = {
  /** Resolves when the connection is gone. */
  readonly broken: Promise<void>;
  /** The database's time when it last answered. */
  readonly lastSeen: () => string;
  readonly close: () => Promise<void>;
};

/** Throws when the database cannot be reached. A connection that stops answering counts as broken, too. */
export async function listen(
  databaseUrl: string,
  channel: 'publication' | 'event',
  onNotice: (payload: string) => void,
): Promise<Listening> {
  const client = new Client(clientConfig(databaseUrl));
  const broken = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  client.on('notification', ({ payload }) => onNotice(payload ?? ''));
  const end = (): Promise<void> => client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    let lastSeen = await timeOf(client);
    const alive = setInterval(() => {
      void timeOf(client).then(
        (now) => (lastSeen = now),
        () => end(),
      );
    }, aliveEvery);
    const close = (): Promise<void> => {
      clearInterval(alive);
      return end();
    };
    return { broken, lastSeen: () => lastSeen, close };
  } catch (error) {
    await end();
    throw error;
  }
}

async function timeOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  return rows[0]?.now ?? '-infinity';
}
