import { Hono } from 'hono';
import { requireSignIn } from '../../access/access';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { queueScope, reviewQueue } from '../../reviews/queue';
import { wordsIn } from '../../words/words';
import { forbiddenPage } from '../access-pages';
import { QueuePage } from './queue-page';

const rowsOnPage = 50;

/** `/reviews`: the queue of whoever may review. */
export const reviewQueuePageRoutes = (deps: AppDeps): Hono =>
  new Hono().get('/reviews', requireSignIn(), async (context) => {
    const scope = queueScope(identityOf(context), undefined);
    if (scope === undefined) return forbiddenPage(context);
    const cursor = context.req.query('after');
    const page = await reviewQueue(deps, { ...scope, cursor, limit: rowsOnPage });
    return context.html(<QueuePage {...page} words={wordsIn(languageOf(context))} />);
  });
