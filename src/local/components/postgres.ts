import { Client } from 'pg';
import type { Component } from '../component';
import { flags } from '../process/flags';
import { preparePostgres, type PostgresHome } from './postgres-home';

/**
 * A real PostgreSQL, its binaries from npm. Listens on 127.0.0.1 only; user `postgres` with a password. `settings` are
 * the server's own beyond that.
 */
export function postgresComponent(
  home: PostgresHome,
  access: { port: number; password: string },
  settings: Readonly<Record<string, string>> = {},
): Component {
  const databaseUrl = postgresUrl(access);
  return {
    name: 'postgres',
    address: `127.0.0.1:${access.port}`,
    ports: [access.port],
    prepare: () => preparePostgres(home, access.password),
    command: {
      file: home.binary('postgres'),
      args: [
        '-D',
        home.dataFolder,
        ...flags({
          port: access.port,
          listen_addresses: '127.0.0.1',
          // No socket files: two checkouts must not meet in /tmp.
          unix_socket_directories: '',
          max_connections: 200,
          ...settings,
        }),
      ],
      environment: { LC_MESSAGES: 'C' },
      directory: home.folder,
      ...(home.user === undefined ? {} : { user: home.user }),
      // "Fast": open transactions are rolled back, clients are told; SIGTERM would wait for them.
      stopSignal: 'SIGINT',
    },
    answers: async () => {
      const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2000 });
      client.on('error', () => undefined);
      await client.connect();
      try {
        await client.query('select 1');
      } finally {
        await client.end();
      }
    },
  };
}

export function postgresUrl(access: { port: number; password: string }, database = 'postgres'): string {
  return `postgresql://postgres:${access.password}@127.0.0.1:${access.port}/${database}`;
}

/** Creates the database unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
