import { z } from '@hono/zod-openapi';
import { idPattern } from '../../domain/offer/ids';
import { languages } from '../../domain/text/language';

const id = (what: string, example: string): z.ZodString =>
  z
    .string()
    .regex(idPattern, `must be the id of ${what}: 1 to 50 of a-z, 0-9, - and _, a letter or digit first.`)
    .openapi({ description: `Id of ${what}.`, example });

/** `/publishers/{publisherId}` */
export const publisherParams = z.object({ publisherId: id('a publisher', 'contoso') });

/** `/publishers/{publisherId}/offers/{offerId}` */
export const offerParams = publisherParams.extend({ offerId: id('an offer', 'linux-vm') });

/** `?lang=`: the language of texts in the answer; without it `Accept-Language` decides. */
export const languageQuery = z.object({ lang: z.enum(languages).optional() });
