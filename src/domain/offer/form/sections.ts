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

/** Every place of these, in the order in which the sections, and the parts of a plan, show them. */
export function readingOrder(blocks: readonly Placed[]): readonly Placed[] {
  return blocks
    .toSorted((one, other) => shownAt(one) - shownAt(other))
    .flatMap((block) => [
      block,
      ...partsOf(block).flatMap((part) => [part, ...readingOrder(blocksIn(part))]),
    ]);
}

const sectionOrder: readonly Section[] = Object.values(editorSections).flatMap((parts): readonly Section[] =>
  parts.flatMap((part): readonly Section[] => (part === 'plans' ? planParts : [part])),
);

const shownAt = ({ node }: Placed): number => sectionOrder.indexOf(node.section);

/** The same of one entry of a list. Groups are only where the document has them; people see their fields. */
export function blocksIn(placed: Placed): readonly Placed[] {
  return partsOf(placed).flatMap((part) =>
    part.node.kind === 'group' && !part.node.table ? blocksIn(part) : [part],
  );
}
