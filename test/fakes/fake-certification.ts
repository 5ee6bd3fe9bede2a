import type { Verdict } from '../../src/domain/certification/finding';
import type { Artefact } from '../../src/domain/replication/artefact';
import type { Artefacts, Reports } from '../../src/services/ports';

export type FakeCertification = {
  readonly artefacts: Pick<Artefacts, 'bindings' | 'find' | 'save'>;
  readonly reports: Pick<Reports, 'find'>;
  /** What was saved by the code under test. */
  readonly saved: readonly Artefact[];
};

export type FakeVerdicts = Readonly<
  Record<
    string,
    {
      readonly digest: string;
      readonly verdict?: Verdict;
      readonly subject?: string;
      readonly facts?: Artefact['facts'];
    }
  >
>;

/** What certification left behind, by artefact id. */
export function fakeCertification(verdicts: FakeVerdicts): FakeCertification {
  const saved: Artefact[] = [];
  const entries = Object.entries(verdicts).map(([artefactId, verdict]) => ({
    artefactId,
    reportId: `report of ${artefactId}`,
    ...verdict,
  }));
  return {
    saved,
    artefacts: {
      bindings: () =>
        Promise.resolve(
          entries.map(({ artefactId, digest, reportId }) => ({ artefactId, digest, reportId })),
        ),
      find: (digest) =>
        Promise.resolve(
          entries
            .filter((entry) => entry.digest === digest)
            .map(({ facts = {} }) => ({
              digest,
              bytes: 1024,
              medium: 'pageBlob' as const,
              contentType: 'application/octet-stream',
              ranges: [],
              facts,
            }))[0],
        ),
      save: (artefact) => {
        saved.push(artefact);
        return Promise.resolve();
      },
    },
    reports: {
      find: (reportId) => {
        const entry = entries.find((candidate) => candidate.reportId === reportId);
        return Promise.resolve(
          entry && {
            reportId,
            subject: entry.subject ?? entry.digest,
            ruleSetVersion: '1',
            verdict: entry.verdict ?? 'passed',
            findings: [],
            createdAt: '2026-03-01T00:00:00.000Z',
            validUntil: '2027-03-01T00:00:00.000Z',
          },
        );
      },
    },
  };
}
