import { applyMigrations, type MigrationResult } from './apply-migrations';

const help = `Brings the catalogue's database to the schema of this release. Safe to run at any time, also by several at once.

  npm run migrate            applies what is missing and prints it
  npm run migrate -- --help  shows this text

Environment: DATABASE_URL, e.g. postgres://user:password@host:5432/offers
Exit code: 0 up to date, 1 failed and nothing changed, 2 wrong usage`;

async function main(parameters: readonly string[], databaseUrl: string | undefined): Promise<number> {
  if (parameters.includes('--help') || parameters.includes('-h')) {
    console.log(help);
    return 0;
  }
  if (parameters.length > 0) {
    console.error(`Unknown parameter: ${parameters.join(' ')}\n\n${help}`);
    return 2;
  }
  if (databaseUrl === undefined || databaseUrl === '') {
    console.error(`DATABASE_URL is not set.\n\n${help}`);
    return 2;
  }
  try {
    console.log(describe(await applyMigrations(databaseUrl)));
    return 0;
  } catch (error) {
    console.error(`The database was not migrated, nothing changed: ${reasonOf(error)}`);
    return 1;
  }
}

function describe({ applied, alreadyThere, unknown }: MigrationResult): string {
  return [
    ...applied.map((name) => `applied ${name}`),
    ...unknown.map((name) => `left alone ${name}, which belongs to a newer release`),
    `The database is up to date: ${applied.length} applied now, ${alreadyThere} already there.`,
  ].join('\n');
}

/** A refused connection comes as an AggregateError without a text of its own, one error per address tried. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

if (require.main === module) {
  void main(process.argv.slice(2), process.env['DATABASE_URL']).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
