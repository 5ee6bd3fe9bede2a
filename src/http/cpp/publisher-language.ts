import { type Context, Hono } from 'hono';
import { isId } from '../../domain/offer/ids';
import { languages } from '../../domain/text/language';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { readJsonBody } from '../json-body';

/** `GET` and `PUT .../language` `{ "language": "es" }`: of a publisher's mails, unless a publish call names another. */
export function publisherLanguageRoutes({ catalogue: { publishers } }: AppDeps): Hono {
  return new Hono()
    .get('/language', async (context) => {
      const publisherId = publisherIn(context);
      const language = publisherId && (await publishers.languageOf(publisherId));
      return language ? context.json({ language }) : unknownPublisher(context);
    })
    .put('/language', async (context) => {
      const body = await readJsonBody(context);
      const given = body.kind === 'object' ? body.value['language'] : undefined;
      const language = languages.find((each) => each === given);
      if (language === undefined) {
        return apiError(context, 'BadRequest', `language must be one of ${languages.join(', ')}.`);
      }
      const publisherId = publisherIn(context);
      const isSet = publisherId !== undefined && (await publishers.setLanguage(publisherId, language));
      return isSet ? context.json({ language }) : unknownPublisher(context);
    });
}

function publisherIn(context: Context): string | undefined {
  const publisherId = context.req.param('publisherId');
  return isId(publisherId) ? publisherId : undefined;
}

const unknownPublisher = (context: Context): Response =>
  apiError(context, 'NotFound', 'There is no such publisher. Save the draft of its first offer before.');
