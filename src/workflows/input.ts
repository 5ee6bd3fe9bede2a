import { isId } from '../domain/offer/ids';
import { longestNotes } from '../domain/publication/certification-notes';
import { readEmailList } from '../domain/publication/commands';
import { type Language, languages } from '../domain/text/language';

/** What starts a publication; every field but the ids is optional, unknown fields are ignored. */
export type PublicationInput = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId?: string;
  readonly offerVersion?: number;
  /** Publish the draft only as long as it has this ETag; another one is refused as changed. */
  readonly draftEtag?: string;
  readonly notificationEmails?: readonly string[];
  readonly requestedBy?: string;
  readonly certificationNotes?: string;
  readonly language?: Language;
};

export type ReadInput =
  | { readonly kind: 'read'; readonly input: PublicationInput }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Hand-written guards: any service may start a publication by type name and JSON. */
export function readInput(raw: unknown): ReadInput {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return wrong('one JSON object is needed');
  const fields = raw as Readonly<Record<string, unknown>>;
  const { publisherId, offerId, publicationId, offerVersion, notificationEmails, requestedBy } = fields;
  const { language, certificationNotes, draftEtag } = fields;
  if (!isId(publisherId)) return wrong('publisherId must be 1 to 50 lower-case letters, digits, "-" or "_"');
  if (!isId(offerId)) return wrong('offerId must be 1 to 50 lower-case letters, digits, "-" or "_"');
  if (publicationId !== undefined && !isUuid(publicationId)) return wrong('publicationId must be a UUID');
  if (offerVersion !== undefined && !(Number.isInteger(offerVersion) && Number(offerVersion) > 0)) {
    return wrong('offerVersion must be a whole number from 1');
  }
  const emails = notificationEmails === undefined ? [] : readEmailList(notificationEmails);
  if (emails === undefined) return wrong('notificationEmails must be a list of 1 to 20 e-mail addresses');
  return {
    kind: 'read',
    input: {
      publisherId,
      offerId,
      ...(isUuid(publicationId) ? { publicationId } : {}),
      ...(typeof offerVersion === 'number' ? { offerVersion } : {}),
      ...(emails.length > 0 ? { notificationEmails: emails } : {}),
      ...(typeof requestedBy === 'string' ? { requestedBy: requestedBy.slice(0, 200) } : {}),
      ...(typeof certificationNotes === 'string'
        ? { certificationNotes: certificationNotes.slice(0, longestNotes) }
        : {}),
      ...(typeof draftEtag === 'string' && draftEtag !== '' ? { draftEtag: draftEtag.slice(0, 200) } : {}),
      ...(isLanguage(language) ? { language } : {}),
    },
  };
}

const wrong = (problem: string): ReadInput => ({ kind: 'wrong', problem });

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
