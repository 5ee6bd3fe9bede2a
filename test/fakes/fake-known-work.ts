import type { PastStep } from '../../src/domain/publication/dry-run';
import type { Artefact, SourceIdentity } from '../../src/domain/replication/artefact';
import type { AppDeps } from '../../src/http/deps';
import type { ReplicaRecord, ReportRecord } from '../../src/services/ports';

type Sources = AppDeps['sources'];

export type FakeKnownWork = Pick<AppDeps['catalogue'], 'artefacts' | 'replicas' | 'stepHistory'> & {
  readonly seenSources: (SourceIdentity & { readonly digest: string })[];
  readonly bound: { readonly artefactId: string; readonly digest: string; readonly reportId: string }[];
  readonly replicaRows: ReplicaRecord[];
  readonly artefactRows: Artefact[];
  readonly pastSteps: Map<string, PastStep>;
};

/** What earlier publications left, in memory. */
export function fakeKnownWork(): FakeKnownWork {
  const fake: FakeKnownWork = {
    seenSources: [],
    bound: [],
    replicaRows: [],
    artefactRows: [],
    pastSteps: new Map(),
    artefacts: {
      findBySource: async ({ url, etag, bytes }) =>
        fake.seenSources.find((each) => each.url === url && each.etag === etag && each.bytes === bytes)
          ?.digest,
      bindings: async () => fake.bound,
      find: async (digest) => fake.artefactRows.find((each) => each.digest === digest),
    },
    replicas: {
      find: async (digest, region) =>
        fake.replicaRows.find((each) => each.digest === digest && each.region === region),
    },
    stepHistory: { of: async () => fake.pastSteps },
  };
  return fake;
}

/** Reports are kept by the catalogue's fake; this finds the valid one among them. */
export const validReport =
  (rows: () => readonly ReportRecord[]): AppDeps['catalogue']['reports']['findValid'] =>
  async (subject, ruleSetVersion) =>
    rows().find((each) => each.subject === subject && each.ruleSetVersion === ruleSetVersion);

export type FakeSources = Sources & {
  readonly asked: string[];
  /** What each address answers; others are an empty page blob with this ETag. */
  readonly answers: Map<string, Awaited<ReturnType<Sources['stat']>> | Error>;
};

export function fakeSources(): FakeSources {
  const fake: FakeSources = {
    asked: [],
    answers: new Map(),
    stat: async (url) => {
      fake.asked.push(url);
      const answer = fake.answers.get(url.split('?', 1)[0] ?? '');
      if (answer instanceof Error) throw answer;
      return answer ?? { kind: 'found', value: { etag: '"1"', bytes: 1_049_088, blobType: 'PageBlob' } };
    },
  };
  return fake;
}
