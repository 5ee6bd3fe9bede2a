import type { CertificationException } from '../../src/domain/certification/exceptions/exception';
import type { CertifiedPart } from '../../src/domain/certification/report/compose-report';
import type { CertificationRecord, Certifications, Exceptions } from '../../src/services/ports';

export type FakeCertifications = {
  readonly certifications: Certifications;
  readonly exceptions: Pick<Exceptions, 'inForce'>;
  /** By publication. */
  readonly reports: Map<string, CertificationRecord>;
  /** What counts now, for whoever asks. */
  readonly granted: CertificationException[];
  /** The next save of a report fails, as when the catalogue is away. */
  failNextReport: () => void;
};

/** What the catalogue keeps of signed reports, and the exceptions in force. */
export function fakeCertifications(): FakeCertifications {
  const parts = new Map<string, CertifiedPart>();
  const reports = new Map<string, CertificationRecord>();
  const granted: CertificationException[] = [];
  let fails = false;
  return {
    reports,
    granted,
    failNextReport: () => (fails = true),
    exceptions: { inForce: async () => [...granted] },
    certifications: {
      async addPart(publicationId, part) {
        // As it comes back from a database.
        parts.set(`${publicationId} ${part.name}`, JSON.parse(JSON.stringify(part)) as CertifiedPart);
        return [...parts].filter(([key]) => key.startsWith(`${publicationId} `)).map(([, each]) => each);
      },
      async save(record) {
        if (fails) {
          fails = false;
          throw new Error('The catalogue is away.');
        }
        reports.set(record.publicationId, record);
      },
      find: async (publicationId) => reports.get(publicationId),
      isReport: async (digest) => [...reports.values()].some((each) => each.digest === digest),
    },
  };
}
