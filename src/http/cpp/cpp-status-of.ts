import { type CppStatus, type RenderMessage, toCppStatus } from '../../domain/publication/cpp-status';
import { stepPercentages } from '../../domain/publication/step-items';
import type { Language } from '../../domain/text/language';
import { escapeHtml } from '../../domain/text/mail-blocks';
import { messageText } from '../../domain/text/publication';
import type { PublicationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { fullStatus } from '../full-status';
import { personalPreviewLinks } from '../preview-links';

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
  const render: RenderMessage = ({ message }) => escapeHtml(messageText(message, language));
  return toCppStatus({ ...full, previewLinks }, render, stepPercentages(full, progress));
}
