import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { languageOf } from '../language';
import { changesNothing, isFromElsewhere } from '../access/own-form';
import { whyUnknown } from '../access/unknown-visitor';
import type { Word } from '../words/all-words';
import { wordsIn } from '../words/words';
import { NoticePage } from './notice-page';
import { signInPath } from './sign-in-path';

type PageAnswer = Response | Promise<Response>;

/** A page for somebody unknown: where to sign in, or when to come back. */
export function signInNeededPage(context: Context): PageAnswer {
  const why = whyUnknown(context);
  switch (why.kind) {
    case 'tooMany':
      context.header('Retry-After', String(why.waitSeconds));
      return notice(context, { title: 'tooManyRequests', help: 'tooManyRequestsHelp', status: 429 });
    case 'unsure':
      context.header('Retry-After', '5');
      return notice(context, { title: 'ourFault', help: 'ourFaultHelp', status: 503 });
    case 'foreignForm':
      return foreignFormPage(context);
    case 'nothingGiven':
    case 'wrong': {
      const { pathname, search } = new URL(context.req.url);
      const back = changesNothing(context) ? pathname + search : '/';
      const link = { href: signInPath(back), text: 'signIn' } as const;
      // A strict cookie does not come along with a link from elsewhere: the visitor may well be signed in.
      const help = isFromElsewhere(context) ? 'signInFromElsewhere' : 'signInHelp';
      return notice(context, { title: 'signInNeeded', help, status: 401, link });
    }
  }
}

/** Alike for every publisher outside the visitor's reach, existing or not. */
export const forbiddenPage = (context: Context): PageAnswer =>
  notice(context, { title: 'forbidden', help: 'forbiddenHelp', status: 403, link: home });

export const foreignFormPage = (context: Context): PageAnswer =>
  notice(context, { title: 'refused', help: 'foreignForm', status: 403, link: home });

const home = { href: '/', text: 'allOffers' } as const;

type Notice = {
  readonly title: Word;
  readonly help: Word;
  readonly status: ContentfulStatusCode;
  readonly link?: { readonly href: string; readonly text: Word };
};

function notice(context: Context, { title, help, status, link }: Notice): PageAnswer {
  const words = wordsIn(languageOf(context));
  return context.html(<NoticePage words={words} title={title} help={help} {...(link && { link })} />, status);
}
