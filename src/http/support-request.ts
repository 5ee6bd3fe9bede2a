import { readEmailList } from '../domain/publication/commands';
import { currentStepOf } from '../domain/publication/current-step';
import type { Finding } from '../domain/certification/finding';
import type { Language } from '../domain/text/language';
import type { OfferRecord, PublicationRecord, StoredSupport } from '../services/ports';
import { currentPublication } from './publication/current-publication';
import type { AppDeps } from './deps';

export const longestSupportText = 5000;

/** What somebody needs help with; without a publication or step, the current ones are meant. */
export type SupportSubject = {
  readonly publication: PublicationRecord | undefined;
  readonly step: string | null;
  readonly findings: readonly Finding[];
};

export async function supportSubject(
  deps: AppDeps,
  offer: OfferRecord,
  asked: { readonly publicationId?: string | undefined; readonly step?: string | undefined },
): Promise<SupportSubject> {
  const publication = await publicationOf(deps, offer, asked.publicationId);
  if (publication === undefined) return { publication, step: null, findings: [] };
  const { steps } = publication.status;
  const step = steps.find(({ id }) => id === asked.step);
  const findings = step === undefined ? steps.flatMap((each) => each.findings) : step.findings;
  return { publication, step: step?.id ?? currentStepOf(publication.status), findings };
}

/** Only one of this offer; whatever else is named counts as none. */
async function publicationOf(
  deps: AppDeps,
  offer: OfferRecord,
  publicationId: string | undefined,
): Promise<PublicationRecord | undefined> {
  if (publicationId === undefined || publicationId === '') return currentPublication(deps, offer);
  const records = await deps.catalogue.publications.listOf(offer);
  return records.find((record) => record.publicationId === publicationId) ?? currentPublication(deps, offer);
}

export type SupportLetter = {
  readonly contact: string;
  readonly text: string;
  readonly actor: string;
  readonly language: Language;
};

export type SupportAnswer = StoredSupport | { readonly kind: 'badContact' } | { readonly kind: 'badText' };

/** Stored with its mails first: who has read a case number will be answered, whatever happens to us. */
export async function takeSupportRequest(
  { catalogue, settings }: AppDeps,
  { publisherId, offerId }: OfferRecord,
  { subject, letter }: { readonly subject: SupportSubject; readonly letter: SupportLetter },
): Promise<SupportAnswer> {
  const { text, actor, language } = letter;
  const [contactEmail, second] = readEmailList(letter.contact) ?? [];
  if (contactEmail === undefined || second !== undefined) return { kind: 'badContact' };
  if (text.length === 0 || text.length > longestSupportText) return { kind: 'badText' };
  const { publication, step, findings } = subject;
  const publicationId = publication?.publicationId ?? null;
  return catalogue.supportRequests.create(
    { publisherId, offerId, publicationId, step, findings, contactEmail, text },
    {
      actor,
      // Support staff share one inbox and one language.
      readers: [
        { to: settings.supportEmail, language: 'en' },
        { to: contactEmail, language },
      ],
    },
  );
}
