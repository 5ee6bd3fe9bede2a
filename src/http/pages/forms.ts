import { type Context, Hono } from 'hono';
import type { ClientAnswer } from '../../client';
import { readEmailList } from '../../domain/publication/commands';
import { readTime } from '../../domain/publication/read-time';
import type { OfferRecord } from '../../services/ports';
import { requirePagePermission } from '../access/access';
import { identityOf } from '../access/identity';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { forPageOffer } from './page-offer';
import { sentForm } from './sent-form';
import { askForAnotherDate } from './status/ask';
import { isMalformed, noticeOf } from './status/notice-of';
import { statusPage } from './status/routes';

type Sender = { readonly actor: string; readonly requestId: string; readonly publicationId?: string };
type Form = Readonly<Record<string, string>>;
type Action = {
  readonly name: 'goLive' | 'withdrawGoLive' | 'cancel' | 'notificationEmails';
  readonly send: (offer: OfferRecord, sender: Sender, form: Form) => Promise<ClientAnswer>;
};

const buttons = ['/golive', '/withdraw-golive', '/cancel', '/notification-emails'];

/** The buttons of the status page. Each answers with the page itself and a notice of what came of it. */
export function formRoutes(deps: AppDeps): Hono {
  const { client } = deps;
  return new Hono()
    .on('GET', buttons, backToStatus)
    .on('POST', buttons, requirePagePermission('publish'))
    .post(
      '/golive',
      act(deps, {
        name: 'goLive',
        send: (offer, sender, { notBefore = '' }) =>
          client.goLive(offer, { ...sender, ...(notBefore === '' ? {} : { notBefore: inUtc(notBefore) }) }),
      }),
    )
    .post('/withdraw-golive', act(deps, { name: 'withdrawGoLive', send: client.withdrawGoLive }))
    .post(
      '/cancel',
      act(deps, {
        name: 'cancel',
        send: (offer, sender, { reason = '' }) =>
          client.cancel(offer, { ...sender, ...(reason === '' ? {} : { reason: reason.slice(0, 500) }) }),
      }),
    )
    .post(
      '/notification-emails',
      act(deps, {
        name: 'notificationEmails',
        send: (offer, sender, { emails = '' }) =>
          client.provideNotificationEmails(offer, { ...sender, emails: readEmailList(emails) ?? [] }),
      }),
    );
}

/** The page that answered a form is updated, reloaded and translated by its address: that is the status page's. */
function backToStatus(context: Context): Response {
  const { pathname, search } = new URL(context.req.url);
  return context.redirect(`${pathname.replace(/[^/]+$/, 'status')}${search}`, 303);
}

function act(deps: AppDeps, { name, send }: Action): (context: Context) => Promise<Response> {
  return forPageOffer(deps, async (context, offer) => {
    const form = await readForm(context);
    const sent = await sentForm(deps, offer, { kind: name, given: form['requestId'] });
    if (sent.isKnown) return statusPage(deps, context, { offer, notice: { kind: 'sentBefore' } });
    const { requestId } = sent;
    const before = await currentPublication(deps, offer);
    const sender = {
      actor: identityOf(context).actor,
      requestId,
      ...(before && { publicationId: seenPublication(form) ?? before.publicationId }),
    };
    const answer = await send(offer, sender, form);
    if (before !== undefined && isTaken(answer)) {
      const { publisherId, offerId } = offer;
      const operation = {
        operationId: requestId,
        kind: name,
        publisherId,
        offerId,
        actor: identityOf(context).actor,
      };
      await deps.catalogue.operations.create({ ...operation, publicationId: before.publicationId });
    }
    const asked = await askAgain(deps, context, { offer, name, answer, typed: form['notBefore'] ?? '' });
    return (
      asked ??
      statusPage(deps, context, { offer, notice: noticeOf(answer, name, { offer, status: before?.status }) })
    );
  });
}

type Answered = {
  readonly offer: OfferRecord;
  readonly name: Action['name'];
  readonly answer: ClientAnswer;
  readonly typed: string;
};

/** A date that cannot be meant is corrected where it was typed. */
async function askAgain(
  deps: AppDeps,
  context: Context,
  { offer, name, answer, typed }: Answered,
): Promise<Response | undefined> {
  if (name !== 'goLive' || typed === '' || !isMalformed(answer)) return undefined;
  return askForAnotherDate(deps, context, { offer, typed, reason: answer.message });
}

/** The attempt the question was asked about: an answer given late must not hit the next one. */
const seenPublication = ({ publication }: Form): string | undefined =>
  publication !== undefined && /^[\w-]{1,100}$/.test(publication) ? publication : undefined;

const isTaken = ({ kind }: ClientAnswer): boolean => kind === 'accepted' || kind === 'pending';

/** Text fields only; files and repeated names are none of ours. */
export async function readForm(context: Context): Promise<Form> {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}

/** `datetime-local` has no zone; the label says UTC. What is no time is passed on and refused with its reason. */
function inUtc(text: string): string {
  return readTime(`${text}Z`) ?? text;
}
