import { coversPlan } from '../../src/domain/certification/exceptions/exception';
import type { CertifiedPart } from '../../src/domain/certification/report/certified-part';
import type {
  CertificationRecord,
  Certifications,
  ExceptionRecord,
  Exceptions,
} from '../../src/services/ports';

export type FakeCertifications = {
  readonly certifications: Certifications;
  readonly exceptions: Exceptions;
  /** By publication. */
  readonly signedReports: Map<string, CertificationRecord>;
  /** Oldest first. */
  readonly granted: ExceptionRecord[];
  /** The next save of a report fails, as when the catalogue is away. */
  failNextReport: () => void;
};

/** What the catalogue keeps of signed reports and exceptions. */
export function fakeCertifications(
  now: () => Date = () => new Date('2026-03-01T00:00:00Z'),
): FakeCertifications {
  const parts = new Map<string, CertifiedPart>();
  const signedReports = new Map<string, CertificationRecord>();
  const granted: ExceptionRecord[] = [];
  const partsOf = (publicationId: string): readonly CertifiedPart[] =>
    [...parts].filter(([key]) => key.startsWith(`${publicationId} `)).map(([, each]) => each);
  let fails = false;
  return {
    signedReports,
    granted,
    failNextReport: () => (fails = true),
    exceptions: fakeExceptions(granted, now),
    certifications: {
      async addPart(publicationId, part) {
        // As it comes back from a database.
        parts.set(`${publicationId} ${part.name}`, JSON.parse(JSON.stringify(part)) as CertifiedPart);
        return partsOf(publicationId);
      },
      partsOf: async (publicationId) => partsOf(publicationId),
      async save(record) {
        if (fails) {
          fails = false;
          throw new Error('The catalogue is away.');
        }
        signedReports.set(record.publicationId, record);
      },
      find: async (publicationId) => signedReports.get(publicationId),
      isReport: async (digest) => [...signedReports.values()].some((each) => each.digest === digest),
    },
  };
}

function fakeExceptions(granted: ExceptionRecord[], now: () => Date): Exceptions {
  const counts = ({ endedAt, until }: ExceptionRecord, at: Date): boolean =>
    endedAt === null && Date.parse(until) > at.getTime();
  return {
    async grant(exception, approver) {
      const known = granted.find(({ exceptionId }) => exceptionId === exception.exceptionId);
      if (known !== undefined) return known;
      const made = { ...exception, approver, grantedAt: now().toISOString(), endedAt: null, endedBy: null };
      granted.push(made);
      return made;
    },
    async end({ exceptionId, publisherId }, actor) {
      const index = granted.findIndex(
        (each) => each.exceptionId === exceptionId && each.publisherId === publisherId,
      );
      const known = granted[index];
      if (known === undefined || known.endedAt !== null) return known;
      const ended = { ...known, endedAt: now().toISOString(), endedBy: actor };
      granted.splice(index, 1, ended);
      return ended;
    },
    inForce: async (place, at) => granted.filter((each) => coversPlan(each, place) && counts(each, at)),
    list: async ({ publisherId, offerId, inForceAt }) =>
      granted
        .filter((each) => publisherId === null || each.publisherId === publisherId)
        .filter((each) => offerId === undefined || each.offerId === null || each.offerId === offerId)
        .filter((each) => inForceAt === undefined || counts(each, inForceAt))
        .toReversed(),
  };
}
