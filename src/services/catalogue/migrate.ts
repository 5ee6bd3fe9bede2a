import { errorText } from '../../domain/text/error-text';
import { applyMigrations, type MigrationResult } from './database/apply-migrations';
import { type Resealed, resealSecrets } from './secrets/reseal-secrets';
import type { SecretsKeys } from './secrets/seal-secrets';

const help = `Brings the catalogue's database to the schema of this release. Safe to run at any time, also by several at once.

  npm run migrate                      applies what is missing and prints it
  npm run migrate -- --reseal-secrets  then seals every stored secret anew under SECRETS_KEY, beside processes at work;
                                       stopped or killed, it is simply run again
  npm run migrate -- --help            shows this text

Environment: DATABASE_URL, e.g. postgres://user:password@host:5432/offers
             for --reseal-secrets also SECRETS_KEY (the new key) and OTHER_SECRETS_KEYS (what may have been sealed with)
Exit code: 0 up to date, 1 failed (a migration: nothing changed; --reseal-secrets: not finished), 2 wrong usage`;

type Environment = Readonly<Record<string, string | undefined>>;

async function main(parameters: readonly string[], environment: Environment): Promise<number> {
  if (parameters.includes('--help') || parameters.includes('-h')) {
    console.log(help);
    return 0;
  }
  const [unknown] = parameters.filter((parameter) => parameter !== '--reseal-secrets');
  if (unknown !== undefined) return wrongUsage(`Unknown parameter: ${unknown}`);
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl === undefined || databaseUrl === '') return wrongUsage('DATABASE_URL is not set.');
  const keys = keysIn(environment);
  const wantsReseal = parameters.length > 0;
  if (wantsReseal && keys === undefined)
    return wrongUsage('--reseal-secrets needs SECRETS_KEY and OTHER_SECRETS_KEYS.');
  try {
    console.log(describe(await applyMigrations(databaseUrl)));
  } catch (error) {
    console.error(`The database was not migrated, nothing changed: ${errorText(error)}`);
    return 1;
  }
  return wantsReseal && keys !== undefined ? reseal(databaseUrl, keys) : 0;
}

function wrongUsage(problem: string): number {
  console.error(`${problem}\n\n${help}`);
  return 2;
}

function keysIn({
  SECRETS_KEY: secretsKey = '',
  OTHER_SECRETS_KEYS: others = '',
}: Environment): SecretsKeys | undefined {
  const otherSecretsKeys = others.split(/\s+/).filter(Boolean);
  return secretsKey === '' || otherSecretsKeys.length === 0 ? undefined : { secretsKey, otherSecretsKeys };
}

async function reseal(databaseUrl: string, keys: SecretsKeys): Promise<number> {
  try {
    const onBatch = (resealed: number): void => console.log(`sealed anew so far: ${resealed}`);
    const result = await resealSecrets(databaseUrl, keys, { onBatch });
    const isDone = result.closed.length === 0 && result.left === 0;
    (isDone ? console.log : console.error)(describeResealed(result));
    return isDone ? 0 : 1;
  } catch (error) {
    console.error(`Not all secrets were sealed anew; run this again: ${errorText(error)}`);
    return 1;
  }
}

function describeResealed({ resealed, closed, left }: Resealed): string {
  if (left > 0)
    return `${left} secrets were sealed with another key meanwhile: give every process the new SECRETS_KEY, then run this again.`;
  return [
    `Sealed anew: ${resealed}.`,
    ...closed.map((place) => `No key opens ${place}: its publisher has to enter it again.`),
    closed.length === 0
      ? 'Every stored secret is under SECRETS_KEY: the other keys are not needed any more.'
      : 'Everything else is under SECRETS_KEY.',
  ].join('\n');
}

const takenOver = 'restored from another server: events and webhooks go on after what it brought';

function describe({ applied, alreadyThere, unknown, feedTakenOver }: MigrationResult): string {
  return [
    ...(feedTakenOver ? [takenOver] : []),
    ...applied.map((name) => `applied ${name}`),
    ...unknown.map((name) => `left alone ${name}, which belongs to a newer release`),
    `The database is up to date: ${applied.length} applied now, ${alreadyThere} already there.`,
  ].join('\n');
}

if (require.main === module) {
  void main(process.argv.slice(2), process.env).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
