import type { Language } from '../../domain/text/language';
import { bytesText } from '../../domain/text/quantity';
import type { CertifiedDetails } from './answer-outcome';
import type { ReadImage } from './read-image';

/** What the image is and what reading it cost, for people and for programs. */
export function readingLines(
  { read }: ReadImage,
  language: Language,
): { readonly details?: CertifiedDetails } {
  if (read === undefined) return {};
  const { digest, bytes, guest } = read;
  const lines = [`SHA-256 ${digest}`];
  if (guest === undefined) return { details: { value: { digest, bytes }, lines } };
  const { spent, system } = guest;
  const share = ((100 * spent.bytes) / Math.max(bytes, 1)).toFixed(3);
  const inside =
    system.kind === 'linux'
      ? `${system.os?.name || 'Linux'} on ${system.fileSystem}`
      : `not readable (${system.detail})`;
  return {
    details: {
      value: { digest, bytes, beyondHash: spent, guest: system },
      lines: [
        ...lines,
        `Inside: ${inside}. Read beyond the hash pass: ${bytesText(spent.bytes, language)}, ${share} % of the image; reads: ${spent.reads}.`,
      ],
    },
  };
}
