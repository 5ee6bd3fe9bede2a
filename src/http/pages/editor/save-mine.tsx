import type { Context } from 'hono';
import { differencesOf, type Drafts } from '../../../domain/offer/form/merge-drafts';
import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { largestBody } from '../../requests/limits';
import { titleOf } from '../../offers/offer-title';
import { wordsIn } from '../../words/words';
import { notFoundPage } from '../page-offer';
import { ConflictPage } from './conflict-page';
import { editorPage } from './show-editor';

type Mine = {
  /** The draft as it stands. */
  readonly offer: OfferRecord;
  /** Of the draft the sender began with. */
  readonly etag: string;
  readonly base: OfferDocument | undefined;
  readonly mine: OfferDocument;
};

type SavedOrNot =
  | { readonly kind: 'saved'; readonly offer: OfferRecord }
  /** The page that lets the sender choose, or says why this cannot be saved. */
  | { readonly kind: 'refused'; readonly answer: Response };

/** Saves what the sender made of the draft, unless somebody else changed it in between: then nothing is saved. */
export async function saveMine(deps: AppDeps, context: Context, asked: Mine): Promise<SavedOrNot> {
  const { offer, etag, mine } = asked;
  if (etag !== offer.etag) return conflict(context, asked);
  if (mine === offer.draft) return { kind: 'saved', offer };
  if (Buffer.byteLength(JSON.stringify(mine)) > largestBody) return tooLarge(deps, context, offer);
  const { actor } = identityOf(context);
  const saved = await deps.catalogue.offers.saveDraft(offer, mine, { actor, ifMatch: etag });
  if (saved.kind === 'saved') return { kind: 'saved', offer: saved.offer };
  const theirs = await deps.catalogue.offers.find(offer);
  // Discarded meanwhile.
  if (theirs === undefined) return { kind: 'refused', answer: await notFoundPage(context) };
  return conflict(context, { ...asked, offer: theirs });
}

/** A draft that the API would not take back could be mended nowhere else. */
async function tooLarge(deps: AppDeps, context: Context, offer: OfferRecord): Promise<SavedOrNot> {
  const words = wordsIn(languageOf(context));
  const notices = [{ kind: 'refused', text: words.say('editor.tooLarge') }] as const;
  return { kind: 'refused', answer: await editorPage(deps, context, { offer, notices, status: 413 }) };
}

async function conflict(context: Context, { offer, base, mine }: Mine): Promise<SavedOrNot> {
  const drafts: Drafts = { base, mine, theirs: offer.draft };
  const differences = differencesOf(drafts);
  // Both made the same of it: there is nothing to choose, and nothing to save.
  if (differences.length === 0) return { kind: 'saved', offer };
  const view = { offer, title: titleOf(offer), mine, differences };
  const words = wordsIn(languageOf(context));
  return { kind: 'refused', answer: await context.html(<ConflictPage view={view} words={words} />, 409) };
}
