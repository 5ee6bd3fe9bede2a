import type { Finding } from '../../../domain/certification/finding';
import type { OfferForm } from '../../../domain/offer/form/form';
import { nameOf, partsOf, type Placed } from '../../../domain/offer/form/placed';
import { readingOrder } from '../../../domain/offer/form/sections';
import { wellFormed } from '../../../domain/offer/form/well-formed';
import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferRecord } from '../../../services/ports';
import type { Words } from '../../words/words';

/** What became of the form the reader has just sent, in words. */
export type EditorNotice = { readonly kind: 'accepted' | 'refused'; readonly text: string };

/** All an Editor page shows; made by the routes, so that the components below only turn it into words. */
export type EditorView = {
  readonly offer: OfferRecord;
  readonly title: string;
  readonly form: OfferForm;
  readonly document: OfferDocument;
  /** What is wrong with it now; undefined when that cannot be known. */
  readonly lacks: readonly Finding[] | undefined;
  /** The same, to be shown at its places; undefined until somebody asks to publish. */
  readonly findings: readonly Finding[] | undefined;
  /** Somebody has just come; afterwards no part that is being worked on is folded under their hands. */
  readonly isFirstLook: boolean;
  readonly notices: readonly EditorNotice[];
  /** Asks for the notification address. */
  readonly asking: Asking | undefined;
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  readonly takesUploads: boolean;
};

/** The question before publishing, with what was typed before and why it was refused. */
export type Asking = {
  readonly emails: string;
  readonly problem: string | undefined;
  readonly notes: string;
  readonly notesProblem?: string;
};

/** What every part of the form needs to know. */
export type FormContext = {
  readonly words: Words;
  /** See {@link placeOf}. */
  readonly places: ReadonlyMap<string, string>;
  readonly findingsAt: ReadonlyMap<string, readonly Finding[]>;
  readonly mayEdit: boolean;
  readonly takesUploads: boolean;
};

export function formContext(view: EditorView, words: Words): FormContext {
  const { form, document, findings = [], mayEdit, takesUploads } = view;
  const places = placesIn({ node: form.root, path: [], value: document });
  const findingsAt = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const name = placeOf(finding, places);
    findingsAt.set(name, [...(findingsAt.get(name) ?? []), finding]);
  }
  return { words, mayEdit, takesUploads, places, findingsAt };
}

/** Where a finding is shown: at what it points to, or at the nearest thing around that the page has. */
export function placeOf({ target }: Finding, places: ReadonlyMap<string, string>): string {
  let name = encodeURI(wellFormed(target.pointer ?? ''));
  while (name !== '' && !places.has(name)) name = name.slice(0, name.lastIndexOf('/'));
  return places.get(name) ?? name;
}

/** As people come upon them in the form; first what concerns the whole offer. */
export function inReadingOrder(
  findings: readonly Finding[],
  blocks: readonly Placed[],
  { places }: FormContext,
): readonly Finding[] {
  const ranks = new Map(readingOrder(blocks).map(({ path }, rank) => [nameOf(path), rank]));
  const rankOf = (finding: Finding): number => ranks.get(placeOf(finding, places)) ?? -1;
  return findings.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** By name of a part of the form, the part that the page shows for it: of a group without a frame, its first one. */
function placesIn(placed: Placed): ReadonlyMap<string, string> {
  const parts = partsOf(placed);
  const isList = placed.node.kind === 'rows' || placed.node.kind === 'entries';
  return new Map(
    parts.flatMap((part) => {
      const name = nameOf(part.path);
      const inside = placesIn(part);
      const hasFrame = isList || part.node.kind !== 'group' || part.node.table === true;
      const [first = name] = inside.values();
      return [[name, hasFrame ? name : first] as const, ...inside];
    }),
  );
}
