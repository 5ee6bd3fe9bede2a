import type { OfferDocument } from '../../../../src/domain/offer/document';
import type { GivenFields } from '../../../../src/domain/offer/form/apply-form';
import { allPartsOf, nameOf } from '../../../../src/domain/offer/form/placed';
import { shownIn } from '../../../../src/domain/offer/form/shown';
import type { OfferForm } from '../../../../src/domain/offer/form/form';

/** What a browser sends for the form of a document in which nobody changed anything but `typed`. */
export function sentByBrowser(
  form: OfferForm,
  document: OfferDocument,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
): GivenFields {
  const sent = new Map<string, readonly string[]>();
  for (const { node, path, value } of allPartsOf({ node: form.root, path: [], value: document })) {
    const shown = node.kind === 'field' ? shownIn(node, value) : undefined;
    // Line ends travel as CR LF; an unticked box sends the empty value before it only.
    if (shown !== undefined)
      sent.set(nameOf(path), ['', ...shown.map((text) => text.replaceAll('\n', '\r\n'))]);
  }
  for (const [name, value] of Object.entries(typed))
    sent.set(name, typeof value === 'string' ? [value] : value);
  return sent;
}
