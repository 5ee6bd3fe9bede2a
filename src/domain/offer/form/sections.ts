import type { Section } from '../field-schemas';
import type { OfferDocument } from '../document';
import type { OfferForm } from './form';
import { partsOf, type Placed } from './placed';

/** The sections of the Editor, and what each is divided into. */
export const editorSections = {
  offerSettings: ['offerSettings'],
  plans: ['plans'],
  marketplace: ['overview', 'artwork', 'preview', 'legal'],
  support: ['support'],
  leads: ['leads'],
} as const satisfies Readonly<Record<string, readonly Section[]>>;

export type EditorSection = keyof typeof editorSections;

/** What a plan is divided into. */
export const planParts = ['plans', 'technical', 'pricing'] as const satisfies readonly Section[];

/** Everything of a document's form that stands by itself, in the form's order: fields, lists and tables. */
export function blocksOf(form: OfferForm, document: OfferDocument): readonly Placed[] {
  return blocksIn({ node: form.root, path: [], value: document });
}

/** The same of one entry of a list. Groups are only where the document has them; people see their fields. */
export function blocksIn(placed: Placed): readonly Placed[] {
  return partsOf(placed).flatMap((part) =>
    part.node.kind === 'group' && !part.node.table ? blocksIn(part) : [part],
  );
}
