import type { Context } from 'hono';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { askedLanguage } from '../language';
import { provideAddresses } from './provide-addresses';

export type StartAnswer = 'started' | 'running';

type Asked = {
  readonly offer: OfferRecord;
  /** Becomes the publication's own id. */
  readonly requestId: string;
  readonly emails: readonly string[];
  /** For reviewers; may be empty. */
  readonly notes: string;
};

/** Starts a publication of the draft as it is in `offer`, or says that an earlier one is still at work. */
export async function startPublication(
  { client, catalogue }: Pick<AppDeps, 'client' | 'catalogue'>,
  context: Context,
  { offer, requestId, emails, notes }: Asked,
): Promise<StartAnswer> {
  const { publisherId, offerId, offerType, etag } = offer;
  const { actor } = identityOf(context);
  const language = askedLanguage(context);
  const answer = await client.publish({
    publisherId,
    offerId,
    offerType,
    draftEtag: etag,
    publicationId: requestId,
    requestedBy: actor,
    ...(language === undefined ? {} : { language }),
    notificationEmails: emails,
    ...(notes === '' ? {} : { certificationNotes: notes }),
  });
  if (answer.kind === 'refused') return 'running';
  const { publicationId } = answer;
  if (answer.kind === 'alreadyRunning')
    await provideAddresses({ client, catalogue }, context, { offer, publicationId, emails });
  const operation = {
    operationId: publicationId,
    kind: 'publish',
    publisherId,
    offerId,
    publicationId,
  } as const;
  await catalogue.operations.create({ ...operation, actor });
  return 'started';
}
