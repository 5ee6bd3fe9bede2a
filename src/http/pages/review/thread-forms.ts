import type { Context } from 'hono';
import {
  longestComment,
  longestPath,
  placeText,
  readPlace,
  type ReviewPlace,
} from '../../../domain/review/thread';
import type { NewComment, OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { spokenIn } from '../../reviews/reviewed';
import { mayAnswer, speakerOf } from '../../reviews/speaker';
import { forbiddenPage } from '../access-pages';
import { readForm } from '../forms';
import { notFoundPage } from '../page-offer';
import { showReview } from './show-review';
import { filePath, reviewPath, wholeOffer } from './view';

type Form = Readonly<Record<string, string>>;

/** A comment on a line, a field or the whole; then back to where it was written. */
export async function openThread(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const form = await readForm(context);
  const place = placeOf(form);
  const comment = await commentOf(deps, context, { offer, form });
  if (comment === undefined || place === undefined) {
    return showReview(deps, context, { offer, notice: 'badText', commentOn: place ?? wholeOffer });
  }
  const { threadId } = await deps.catalogue.reviewThreads.open(offer, place, comment);
  const view = { offer, item: itemNamed(form) };
  const page = place.file === null ? reviewPath(view) : filePath(view, place.file);
  return context.redirect(`${page}#thread-${threadId}`, 303);
}

/** By a reviewer, or by somebody of the publisher who could mend it. */
export async function answerThread(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  if (!mayAnswer(identityOf(context), offer)) return forbiddenPage(context);
  const form = await readForm(context);
  const comment = await commentOf(deps, context, { offer, form });
  if (comment === undefined) return showReview(deps, context, { offer, notice: 'badText' });
  const threadId = context.req.param('threadId') ?? '';
  const thread = await deps.catalogue.reviewThreads.answer(offer, threadId, comment);
  return thread === undefined ? notFoundPage(context) : backTo(context, offer, { form, threadId });
}

export async function changeThread(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const form = await readForm(context);
  const { publisherId, offerId } = offer;
  const threadId = context.req.param('threadId') ?? '';
  const change = {
    state: form['state'] === 'open' ? 'open' : 'resolved',
    actor: identityOf(context).actor,
  } as const;
  const thread = await deps.catalogue.reviewThreads.setState({ publisherId, offerId, threadId }, change);
  return thread === undefined ? notFoundPage(context) : backTo(context, offer, { form, threadId });
}

function backTo(
  context: Context,
  offer: OfferRecord,
  { form, threadId }: { readonly form: Form; readonly threadId: string },
): Response {
  return context.redirect(`${reviewPath({ offer, item: itemNamed(form) })}#thread-${threadId}`, 303);
}

/** The form names the review it was shown with. */
const itemNamed = ({ publication = '' }: Form): { readonly publicationId: string } | undefined =>
  publication === '' ? undefined : { publicationId: publication };

function placeOf({ file = '', line = '', pointer = '' }: Form): ReviewPlace | undefined {
  const number = line === '' ? undefined : Number(line);
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0 && number < 1e7)) return undefined;
  const place = readPlace({
    ...(file === '' ? {} : { file }),
    ...(pointer === '' ? {} : { pointer }),
    ...(number === undefined ? {} : { line: number }),
  });
  return place === undefined || placeText(place).length > longestPath ? undefined : place;
}

/** Undefined when there is no text, too much of it, or nothing to comment on. */
async function commentOf(
  deps: AppDeps,
  context: Context,
  { offer, form }: { readonly offer: OfferRecord; readonly form: Form },
): Promise<NewComment | undefined> {
  const { commentId = '' } = form;
  // Browsers send line ends as two characters.
  const text = (form['text'] ?? '').replaceAll('\r\n', '\n');
  const publicationId = await spokenIn(deps, offer);
  if (text === '' || text.length > longestComment || publicationId === undefined) return undefined;
  if (!/^[0-9a-f-]{36}$/.test(commentId)) return undefined;
  return { commentId, publicationId, text, ...speakerOf(context, offer) };
}
