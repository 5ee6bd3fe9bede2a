import { type CppStatus, type CppWords, toCppStatus } from '../../domain/publication/cpp/cpp-status';
import { stepPercentages } from '../../domain/publication/step-items';
import type { Language, Message } from '../../domain/text/language';
import { findingText } from '../../domain/text/findings/findings';
import { escapeHtml } from '../../domain/text/mails/mail-blocks';
import { messageText } from '../../domain/text/publication/publication';
import type { PublicationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { fullStatus } from '../publication/full-status';
import { personalPreviewLinks } from '../publication/preview-links';

/** A publication in CPP's shape: with measured percentages, escaped words, and preview links made for this reader. */
export async function cppStatusOf(
  deps: AppDeps,
  { publicationId, publisherId, offerId, status }: PublicationRecord,
  language: Language,
): Promise<CppStatus> {
  const [full, progress, personal] = await Promise.all([
    fullStatus(deps, status),
    deps.catalogue.publications.progress(publicationId),
    personalPreviewLinks(deps, { publisherId, offerId }, status),
  ]);
  const [stored] = status.previewLinks;
  const previewLinks = personal.map(({ subscription, uri }) => ({
    text: `${stored?.text ?? 'Preview'} (${subscription})`,
    uri,
  }));
  return toCppStatus({ ...full, previewLinks }, wordsIn(language), stepPercentages(full, progress));
}

/** One message as CPP's documents show it. */
export const messageHtml = (message: Message, language: Language): string =>
  escapeHtml(messageText(message, language));

const wordsIn = (language: Language): CppWords => ({
  message: ({ message }) => messageHtml(message, language),
  finding: (finding) => {
    const { message, fix } = findingText(finding, language);
    return escapeHtml(`${message} ${fix}`);
  },
});
