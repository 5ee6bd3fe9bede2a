import type { OfferDocument, OfferTypeId } from '../document';
import type { OfferKey } from '../ids';
import type { OfferKind } from '../kind';
import { stagedKey } from '../parts';
import { asObject } from '../walk';
import type { FormGroup, FormNode, OfferForm } from './form';

type NewOffer = OfferKey & {
  readonly offerType: OfferTypeId;
  /** Of a type that is published in several ways: `form` is that kind's. */
  readonly kind?: OfferKind | undefined;
  readonly displayText?: string;
};

/**
 * The smallest draft of an offer that names everything a publisher has to fill in: what is needed is there and empty,
 * so that the check before publishing names each that was forgotten, and nothing else. One entry of each required list.
 */
export function draftTemplate(
  form: OfferForm,
  { publisherId, offerId, offerType, kind, displayText }: NewOffer,
): OfferDocument {
  const filled = asObject(blankOf(form, form.root)) ?? {};
  const definition = asObject(filled['definition']);
  return {
    publisherId,
    offerTypeId: offerType,
    id: offerId,
    ...filled,
    definition: {
      ...(displayText === undefined ? {} : { displayText }),
      ...definition,
      ...(kind === undefined
        ? {}
        : { offer: { ...asObject(definition?.['offer']), [stagedKey('kind')]: kind } }),
    },
  };
}

/** The empty value of a required part; undefined for what may be left out. */
function blankOf(form: OfferForm, node: FormNode): unknown {
  switch (node.kind) {
    case 'field':
      return node.required ? blankField(node.control) : undefined;
    case 'group':
      return blankGroup(form, node);
    case 'rows':
      if (!node.required) return undefined;
      return [
        node.item.kind === 'field' ? '' : { ...asObject(blankOf(form, node.item)), ...form.blanks[node.key] },
      ];
    case 'entries':
      return node.required ? { '1.0.0': blankOf(form, node.item) ?? {} } : undefined;
  }
}

function blankGroup(form: OfferForm, { key, fields }: FormGroup): unknown {
  const entries = fields.flatMap((field) => {
    const blank = blankOf(form, field);
    return blank === undefined ? [] : [[field.key, blank] as const];
  });
  const blank = { ...Object.fromEntries(entries), ...form.blanks[key] };
  return Object.keys(blank).length === 0 ? undefined : blank;
}

function blankField(control: string): unknown {
  if (control === 'lines' || control === 'choices') return [];
  return control === 'switch' ? false : '';
}
