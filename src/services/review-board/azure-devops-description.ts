import { escapeHtml } from '../../domain/text/mails/mail-blocks';
import type { ReviewRequest } from '../ports';

/** Azure DevOps takes no longer titles. */
const longestTitle = 255;

export const titleOf = ({ publisherId, offerId, title, offerVersion }: ReviewRequest): string =>
  `Review ${publisherId}/${offerId} version ${offerVersion}: ${title}`
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, longestTitle);

/** All that reviewers need, in simple HTML. */
export function descriptionOf(
  request: ReviewRequest,
  states: {
    readonly approve: string;
    readonly requestChanges: string;
  },
): string {
  const { page, certificationReport, packageDigest, reportIds, changes, certificationNotes, signedOffBy } =
    request;
  return [
    `<p><a href="${escapeHtml(page)}">Offer, files and what certification found</a></p>`,
    certificationReport === undefined
      ? ''
      : `<p><a href="${escapeHtml(certificationReport)}">Signed certification report</a></p>`,
    `<p>Package (SHA-256): ${packageDigest === null ? 'none yet' : `<code>${escapeHtml(packageDigest)}</code>`}</p>`,
    headed(
      'Certification reports',
      reportIds.map((id) => `<code>${escapeHtml(id)}</code>`),
    ),
    certificationNotes === undefined
      ? ''
      : `<h3>Notes of the publisher</h3><p>${certificationNotes.split('\n').map(escapeHtml).join('<br>')}</p>`,
    headed('Changes since the version approved, or sent back, last', changes.map(escapeHtml)),
    headed('Signed off by, and may not decide', signedOffBy.map(escapeHtml)),
    `<p>To decide, write your comments here (<code>path/of/file.json:12 what is wrong</code> for a line), then set the state: <b>${escapeHtml(states.approve)}</b> approves, <b>${escapeHtml(states.requestChanges)}</b> requests changes. The publisher reads the comments.</p>`,
  ].join('\n');
}

const headed = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h3>${title}</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
