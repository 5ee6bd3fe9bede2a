import type { Context } from 'hono';
import type { OfferDocument } from '../../../domain/offer/document';
import { applyForm, type GivenFields } from '../../../domain/offer/form/apply-form';
import type { OfferForm } from '../../../domain/offer/form/form';
import { addEntry, removeEntry } from '../../../domain/offer/form/form-actions';
import { readJsonText } from '../../../domain/offer/form/json-text';
import { formOf } from '../../../domain/offer/form/offer-forms-schema';
import { nameOf } from '../../../domain/offer/form/placed';
import { kindOf } from '../../../domain/offer/kind';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { offerPage } from '../../offers/offer-key';
import { wordsIn } from '../../words/words';
import { saveMine } from './save-mine';
import { editorPage } from './show-editor';
import { readSubmission } from './submission';
import { takeFile } from './take-file';
import type { EditorNotice } from './view';

/** `POST .../editor`: saves the form, adds or removes an entry where its button was pressed, and goes on from there. */
export async function saveForm(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const words = wordsIn(languageOf(context));
  const refused: EditorNotice[] = [];
  const { publisherId } = offer;
  const sent = await readSubmission(context, takeFile(deps, context, { publisherId, words, refused }));
  if (sent.kind !== 'read') {
    const notices = [{ kind: 'refused', text: words.say('editor.tooLarge') }] as const;
    return editorPage(deps, context, { offer, notices, status: 413 });
  }
  const { given } = sent;
  const etag = lastOf(given, 'etag');
  const base = etag === offer.etag ? offer.draft : baseOf(given);
  const filled = filledIn(formOf(offer.offerType, kindOf(base ?? offer.draft)), base ?? offer.draft, given);
  const saved = await saveMine(deps, context, { offer, etag, base, mine: filled.document });
  if (saved.kind === 'refused') return saved.answer;
  if (refused.length > 0)
    return editorPage(deps, context, { offer: saved.offer, notices: refused, status: 422 });
  const next = lastOf(given, 'do') === 'publish' ? '?publish' : '?saved';
  return context.redirect(`${offerPage(offer, 'editor')}${next}${filled.anchor}`, 303);
}

/** The document with the form in it, and the place that was added or lost an entry. */
function filledIn(
  form: OfferForm,
  base: OfferDocument,
  given: GivenFields,
): { readonly document: OfferDocument; readonly anchor: string } {
  const document = applyForm(form, base, given);
  const [, action, name] = /^(add|remove):(.+)$/s.exec(lastOf(given, 'do')) ?? [];
  if (action === undefined || name === undefined) return { document, anchor: '' };
  const change = (action === 'add' ? addEntry : removeEntry)(form, document, name);
  return change === undefined
    ? { document, anchor: '' }
    : { document: change.document, anchor: `#${nameOf(change.path)}` };
}

/** What the sender began with; undefined when the page did not bring it along. */
function baseOf(given: GivenFields): OfferDocument | undefined {
  const read = readJsonText(lastOf(given, 'base'));
  return read.kind === 'read' ? read.value : undefined;
}

export const lastOf = (given: GivenFields, name: string): string => given.get(name)?.at(-1) ?? '';
