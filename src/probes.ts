import { errorText } from './domain/text/error-text';

/** One thing the system needs, and whether it answers. */
export type Check = {
  readonly name: string;
  readonly ok: boolean;
  readonly millis: number;
  readonly why?: string;
  readonly fix?: string;
};

/** Throws, or tells a fault, for which it knows a better fix than for whatever it throws. */
export type Probe = {
  readonly name: string;
  readonly fix: string;
  readonly run: () => Promise<Fault | void>;
};
type Fault = { readonly why: string; readonly fix: string };

const patience = 3_000;
/** Anybody may ask for readiness, and each round asks everything behind us. */
const freshMs = 2_000;

/** Without the database no page is answered and no step goes on. All else is missed only by what needs it. */
const vital: readonly string[] = ['database'];

/** Whether this process can serve, and what is away that it serves without. */
export function readinessOf(checks: readonly Check[]): {
  readonly ok: boolean;
  readonly degraded: readonly string[];
} {
  const away = checks.filter(({ ok }) => !ok).map(({ name }) => name);
  return {
    ok: !away.some((name) => vital.includes(name)),
    degraded: away.filter((name) => !vital.includes(name)),
  };
}

type Pinged = { readonly ping: () => Promise<void> };

/** Whom a process talks to, be it the API or a worker. */
type Surroundings = Readonly<Record<'temporal' | 'catalogue' | 'staging' | 'mail', Pinged>> & {
  readonly regions: readonly (Pinged & { readonly name: string })[];
};

/** Everybody this process talks to. Cheap: asked every few seconds by whatever watches us. */
export function readinessProbes(around: Surroundings): readonly Probe[] {
  const { temporal, catalogue, staging, regions, mail } = around;
  return [
    { name: 'temporal', fix: 'Start the Temporal server, or correct TEMPORAL_ADDRESS.', run: temporal.ping },
    { name: 'database', fix: 'Start PostgreSQL, or correct DATABASE_URL.', run: catalogue.ping },
    { name: 'staging', fix: 'Start the staging storage, or correct STAGING.', run: staging.ping },
    ...regions.map((region) => ({
      name: `region ${region.name}`,
      fix: `Start the storage of ${region.name}, or correct its entry in REGIONS.`,
      run: region.ping,
    })),
    { name: 'mail', fix: 'Start the mail server, or correct SMTP_URL.', run: mail.ping },
  ];
}

/** One round of probes serves whoever asks while it runs and in the {@link freshMs} after it. */
export function sharedRound(probes: readonly Probe[]): () => Promise<readonly Check[]> {
  let round: Promise<readonly Check[]> | undefined;
  const begin = async (): Promise<readonly Check[]> => {
    const checks = await Promise.all(probes.map(check));
    setTimeout(() => (round = undefined), freshMs).unref();
    return checks;
  };
  return () => (round ??= begin());
}

/** Runs one probe; whatever it does, the answer comes within a few seconds. */
export async function check({ name, fix, run }: Probe): Promise<Check> {
  const started = performance.now();
  const millis = (): number => Math.round(performance.now() - started);
  try {
    const fault = await within(patience, run());
    return { name, ok: fault === undefined, millis: millis(), ...fault };
  } catch (error) {
    return { name, ok: false, millis: millis(), why: reasonOf(error), fix };
  }
}

async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${millis / 1000} s`)), millis);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** One line, short, and without anything that looks like a signature or password in an address. */
function reasonOf(error: unknown): string {
  return errorText(error)
    .replace(/\?\S+/g, '')
    .replace(/\/\/[^/\s@]*@/g, '//')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
