import { type Context, Hono } from 'hono';
import type { ReviewDecision } from '../../../domain/publication/status';
import { longestPath, readPlace, type ReviewPlace } from '../../../domain/review/thread';
import type { OfferRecord } from '../../../services/ports';
import { requirePagePermission } from '../../access/access';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { requireApprover } from '../../reviews/approvers';
import { reviewedWith } from '../../reviews/reviewed';
import { roundComments } from '../../reviews/round-comments';
import { wordsIn } from '../../words/words';
import { forbiddenPage } from '../access-pages';
import { forPageOffer, notFoundPage } from '../page-offer';
import { DecidePage } from './decide-page';
import { decideOnPage } from './decision';
import { FilePage } from './file-page';
import { fileText } from './file-text';
import { changedLines } from './changed-lines';
import { reviewView, showReview } from './show-review';
import { answerThread, changeThread, openThread } from './thread-forms';
import { reviewPath, wholeOffer } from './view';

/** `/review` below an offer: reviewers and publisher read the same, and each may do their part. */
export function reviewPageRoutes(deps: AppDeps): Hono {
  const show = forPageOffer(deps, (context, offer) =>
    showReview(deps, context, { offer, commentOn: askedPlace(context) }),
  );
  return new Hono()
    .get('/review', show)
    .get(
      '/review/file',
      forPageOffer(deps, (context, offer) => showFile(deps, context, offer)),
    )
    .get(
      '/review/decide',
      requireApprover(deps, forbiddenPage),
      forPageOffer(deps, (context, offer) => ask(deps, context, offer)),
    )
    .on('GET', ['/review/decision', '/review/threads', '/review/threads/*'], backToReview)
    .post(
      '/review/decision',
      requireApprover(deps, forbiddenPage),
      forPageOffer(deps, (context, offer) => decideOnPage(deps, context, offer)),
    )
    .post(
      '/review/threads',
      requirePagePermission('review'),
      forPageOffer(deps, (context, offer) => openThread(deps, context, offer)),
    )
    .post(
      '/review/threads/:threadId/answers',
      forPageOffer(deps, (context, offer) => answerThread(deps, context, offer)),
    )
    .post(
      '/review/threads/:threadId/state',
      requirePagePermission('review'),
      forPageOffer(deps, (context, offer) => changeThread(deps, context, offer)),
    );
}

/** The page that answered a form is reloaded and translated by its address: that is the Review page's. */
function backToReview(context: Context): Response {
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`${pathname.replace(/\/review\/.*$/, '/review')}${search}`, 303);
}

function askedPlace(context: Context): ReviewPlace {
  const pointer = context.req.query('pointer');
  if (pointer === undefined || pointer.length > longestPath) return wholeOffer;
  return readPlace({ pointer }) ?? wholeOffer;
}

async function showFile(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const view = await reviewView(deps, context, offer);
  const name = context.req.query('name');
  const { files, compared } = await reviewedWith(deps, offer, view.item);
  const file = files.find((each) => each.name === name);
  if (file === undefined) return notFoundPage(context);
  const asked = Number(context.req.query('line'));
  const line = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  const text = await fileText(deps, file);
  const changes = await changedLines(deps, { compared, file, text });
  const words = wordsIn(languageOf(context));
  return context.html(
    <FilePage view={view} file={file} text={text} changes={changes} line={line} words={words} />,
  );
}

/** The question before a decision; whoever comes too late finds the answer on the Review page. */
async function ask(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const view = await reviewView(deps, context, offer);
  const decision = decisionIn(context.req.query('decision'));
  if (decision === undefined || view.reader.mayDecide !== true)
    return context.redirect(reviewPath(view), 303);
  const comments = await roundComments(deps, offer, decision);
  const words = wordsIn(languageOf(context));
  return context.html(<DecidePage view={view} decision={decision} comments={comments} words={words} />);
}

const decisionIn = (text: string | undefined): ReviewDecision | undefined =>
  text === 'approve' || text === 'requestChanges' ? text : undefined;
