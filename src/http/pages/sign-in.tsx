import { type Context, Hono } from 'hono';
import { addressOf } from '../requests/address';
import { type Credential, credentialBySecret, isJwt } from '../access/credential';
import type { AppDeps } from '../deps';
import { visitorOf } from '../access/identity';
import { languageOf } from '../language';
import { isFromElsewhere, isSameOrigin } from '../access/own-form';
import { endSession, startSession } from '../access/session';
import { wordsIn } from '../words/words';
import { foreignFormPage } from './access-pages';
import { readForm } from './forms';
import { safePath } from './sign-in-path';
import { SignInPage } from './sign-in-page';

/** Signing in with a token, by form or by the link printed at start, and out again. */
export function signInRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get('/sign-in', (context) => byLink(deps, context))
    .post('/sign-in', async (context) => {
      if (!isSameOrigin(context)) return foreignFormPage(context);
      const { token = '', next } = await readForm(context);
      return signIn(deps, context, { token: token.trim(), next: safePath(next) });
    })
    .post('/sign-out', async (context) => {
      if (!isSameOrigin(context)) return foreignFormPage(context);
      await endSession(context, deps);
      return context.redirect('/sign-in', 303);
    });
}

type Asked = { readonly token: string; readonly next: string };

/**
 * `/sign-in?token=...` leaves a cookie and an address without the token. From a page elsewhere it only fills the
 * form in: a stranger's link must not sign somebody in as the stranger.
 */
async function byLink(deps: AppDeps, context: Context): Promise<Response> {
  const token = context.req.query('token') ?? '';
  const next = safePath(context.req.query('next'));
  if (token !== '') {
    return isFromElsewhere(context) ? page(context, { token, next }) : signIn(deps, context, { token, next });
  }
  // A strict cookie does not come along with a link from elsewhere, but with the step from our own page to here.
  return visitorOf(context) !== undefined && next !== '/'
    ? context.redirect(next, 303)
    : page(context, { next });
}

async function signIn(deps: AppDeps, context: Context, { token, next }: Asked): Promise<Response> {
  const address = addressOf(context, deps.settings.proxies);
  const waitSeconds = await deps.limits.signIns.take(address);
  if (waitSeconds !== undefined) {
    context.header('Retry-After', String(waitSeconds));
    return page(context, { next, fault: 'tooManyRequestsHelp' });
  }
  const credential: Credential | undefined = await credentialBySecret(deps, token);
  if (credential === undefined)
    return page(context, { next, fault: isJwt(token) ? 'apiOnlyToken' : 'wrongToken' });
  await deps.limits.signIns.giveBack(address);
  await startSession(context, deps, credential);
  return context.redirect(next, 303);
}

const statusOf = { wrongToken: 401, apiOnlyToken: 401, tooManyRequestsHelp: 429 } as const;

type Shown = {
  readonly next: string;
  readonly token?: string;
  readonly fault?: keyof typeof statusOf;
};

async function page(context: Context, { next, token = '', fault }: Shown): Promise<Response> {
  const words = wordsIn(languageOf(context));
  return context.html(
    <SignInPage words={words} visitor={visitorOf(context)} next={next} token={token} fault={fault} />,
    fault === undefined ? 200 : statusOf[fault],
  );
}
