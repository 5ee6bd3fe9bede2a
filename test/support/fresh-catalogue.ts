import { randomBytes } from 'node:crypto';
import { openCatalogue } from '../../src/services/catalogue/catalogue';
import type { Catalogue, Clock } from '../../src/services/ports';
import { migratedDatabase } from './migrated-database';
import { dropDatabase } from './stack';

export type FreshCatalogue = {
  readonly catalogue: Catalogue;
  readonly databaseUrl: string;
  readonly secretsKey: string;
  /** Closes the catalogue and drops its database. */
  readonly drop: () => Promise<void>;
};

/** Milliseconds: on a busy machine a statement, a connection or a lock may take what would be too long for people. */
export const databasePatience = 32_000;

/** A catalogue on an empty, migrated database of its own. */
export async function freshCatalogue(clock?: Clock): Promise<FreshCatalogue> {
  const databaseUrl = await migratedDatabase();
  const secretsKey = randomBytes(32).toString('base64');
  const catalogue = await openCatalogue({
    databaseUrl,
    secretsKey,
    patience: databasePatience,
    ...(clock === undefined ? {} : { clock }),
  });
  const drop = async (): Promise<void> => {
    await catalogue.close();
    await dropDatabase(databaseUrl);
  };
  return { catalogue, databaseUrl, secretsKey, drop };
}
