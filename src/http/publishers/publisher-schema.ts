import { z } from '@hono/zod-openapi';
import { roles } from '../../domain/access/role';
import { idPattern } from '../../domain/offer/ids';
import { languages } from '../../domain/text/language';

const profile = z.strictObject({
  displayText: z.string().trim().min(1).max(100).openapi({ description: 'As people know it.' }),
  language: z.enum(languages).openapi({ description: 'Of mails and messages.' }),
  goLiveVotes: z.union([z.literal(1), z.literal(2)]).openapi({
    description: 'How many people must agree before an offer goes live. Counts for publications begun later.',
  }),
});

export const newPublisher = profile
  .partial()
  .extend({ id: z.string().regex(idPattern).openapi({ example: 'contoso' }) })
  .openapi('NewPublisher');

export const publisherChange = profile.partial().openapi('PublisherChange');

export const publisher = profile
  .extend({ id: z.string(), createdAt: z.iso.datetime() })
  .openapi('PublisherProfile');

export const me = z
  .strictObject({
    actor: z.string().openapi({ example: 'ci@contoso' }),
    role: z.enum(roles),
    publisherId: z.string().nullable().openapi({ description: 'Null: every publisher.' }),
  })
  .openapi('Me');
