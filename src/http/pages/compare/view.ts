import type { OfferKey } from '../../../domain/offer/ids';
import type { ReadableChange } from '../../../domain/text/change';
import type { Words } from '../../words/words';

export const comparedSlots = ['Draft', 'Preview', 'Production'] as const;
export type ComparedSlot = (typeof comparedSlots)[number];

/** All the page shows. */
export type CompareView = {
  readonly offer: OfferKey;
  readonly title: string;
  readonly from: ComparedSlot;
  readonly to: ComparedSlot;
  /** Null: nothing stands there. The draft has no version. */
  readonly versions: Readonly<Record<'Preview' | 'Production', number | null>>;
  readonly compared:
    | { readonly kind: 'changes'; readonly changes: readonly ReadableChange[] }
    | { readonly kind: 'nothingThere'; readonly slot: ComparedSlot };
};

/** `Production (version 3)` */
export function slotText(slot: ComparedSlot, { versions }: CompareView, { say }: Words): string {
  const name = say(`slot.${slot}`);
  const version = slot === 'Draft' ? null : versions[slot];
  return version === null ? name : say('compare.slotVersion', { slot: name, version });
}

export type CompareProps = { readonly view: CompareView; readonly words: Words };
