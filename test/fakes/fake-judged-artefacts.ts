import type { Artefact } from '../../src/domain/replication/artefact';
import type { Artefacts, ReportRecord, Reports } from '../../src/services/ports';

export type FakeJudgedArtefacts = {
  readonly artefacts: Pick<
    Artefacts,
    'save' | 'find' | 'rememberSource' | 'findBySource' | 'bind' | 'bindings'
  >;
  /** What the live version is bound to, by artefact id. */
  readonly live: Map<string, string>;
  readonly reports: Pick<Reports, 'save' | 'findValid'>;
  readonly saved: Map<string, Artefact>;
  readonly savedReports: readonly ReportRecord[];
  /** `<artefactId> = <digest> <reportId>`, in order. */
  readonly bindings: readonly string[];
  /** The next save of an artefact fails, as when the catalogue is away. */
  failNextSave: () => void;
};

/** What certification keeps in the catalogue; `now` dates its reports. */
export function fakeJudgedArtefacts(now: () => Date): FakeJudgedArtefacts {
  const saved = new Map<string, Artefact>();
  const sources = new Map<string, string>();
  const savedReports: ReportRecord[] = [];
  const bindings: string[] = [];
  const live = new Map<string, string>();
  let fails = false;
  const keyOf = ({ url, etag, bytes }: Parameters<Artefacts['findBySource']>[0]): string =>
    JSON.stringify([url, etag, bytes]);
  return {
    live,
    saved,
    savedReports,
    bindings,
    failNextSave: () => (fails = true),
    artefacts: {
      async save(artefact) {
        if (fails) {
          fails = false;
          throw new Error('The catalogue is away.');
        }
        const facts = { ...saved.get(artefact.digest)?.facts, ...artefact.facts };
        // As it comes back from a database.
        saved.set(artefact.digest, JSON.parse(JSON.stringify({ ...artefact, facts })) as Artefact);
      },
      find: async (digest) => saved.get(digest),
      rememberSource: async (source, digest) => void sources.set(keyOf(source), digest),
      findBySource: async (source) => sources.get(keyOf(source)),
      bindings: async () =>
        [...live].map(([artefactId, digest]) => ({ artefactId, digest, reportId: 'live' })),
      bind: async (_offer, _version, artefactId, digest, reportId) =>
        void bindings.push(`${artefactId} = ${digest} ${reportId}`),
    },
    reports: {
      async save(report) {
        const reportId = `report ${savedReports.length + 1}`;
        const record = { ...report, reportId, createdAt: now().toISOString() };
        savedReports.push(record);
        return record;
      },
      findValid: async (subject, ruleSetVersion, exceptionIds = []) =>
        savedReports.find(
          (report) =>
            report.subject === subject &&
            report.ruleSetVersion === ruleSetVersion &&
            (report.exceptionIds ?? []).join() === exceptionIds.join() &&
            Date.parse(report.validUntil) > now().getTime(),
        ),
    },
  };
}
