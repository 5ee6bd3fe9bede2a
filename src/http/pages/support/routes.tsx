import { type Context, Hono } from 'hono';
import { currentStepOf } from '../../../domain/publication/current-step';
import { readEmailList } from '../../../domain/publication/commands';
import type { Word } from '../../words/words';
import type { OfferRecord, SupportRequest } from '../../../services/ports';
import { currentPublication } from '../../current-publication';
import type { AppDeps } from '../../deps';
import { languageOf } from '../../language';
import { statusPath } from '../../offer-key';
import { wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { NoticePage } from '../notice-page';
import { forPageOffer } from '../page-offer';
import { SupportFormPage, SupportPage } from './support-page';
import { supportMail } from './support-mail';

const longestText = 5000;

/** A support request is stored first, with a case number; mails go out after that and cannot lose it. */
export function supportRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get(
      '/support',
      forPageOffer(deps, (context, offer) => formPage(deps, context, offer)),
    )
    .post(
      '/support',
      forPageOffer(deps, (context, offer) => take(deps, context, offer)),
    );
}

/** Where mails about errors lead. */
async function formPage(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const publication = await currentPublication(deps, offer);
  const words = wordsIn(languageOf(context, publication?.status.language));
  return context.html(
    <SupportFormPage offer={offer} contact={publication?.status.notificationEmails[0] ?? ''} words={words} />,
  );
}

async function take(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const { contact = '', text = '' } = await readForm(context);
  const [contactEmail, second] = readEmailList(contact) ?? [];
  if (contactEmail === undefined || second !== undefined) return refused(context, offer, 'badContact');
  if (text.length === 0 || text.length > longestText) return refused(context, offer, 'badRequest');
  const request = await store(deps, offer, { contactEmail, text });
  const words = wordsIn(languageOf(context));
  const mailed = await mailAll(deps, request, { words, offer });
  return context.html(<SupportPage request={request} mailed={mailed} offer={offer} words={words} />);
}

function refused(context: Context, offer: OfferRecord, help: Word): Response | Promise<Response> {
  const link = { href: `${statusPath(offer)}#support`, text: 'back' } as const;
  const words = wordsIn(languageOf(context));
  return context.html(<NoticePage words={words} title="refused" help={help} link={link} />, 400);
}

async function store(
  deps: AppDeps,
  offer: OfferRecord,
  form: Pick<SupportRequest, 'contactEmail' | 'text'>,
): Promise<SupportRequest> {
  const publication = await currentPublication(deps, offer);
  const step = publication === undefined ? null : currentStepOf(publication.status);
  return deps.catalogue.supportRequests.create({
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    publicationId: publication?.publicationId ?? null,
    step,
    findings: publication?.status.steps.flatMap(({ findings }) => findings) ?? [],
    ...form,
  });
}

/** False when the mail server did not take them; the page then says what to do. */
async function mailAll(
  { mail, settings, log }: AppDeps,
  request: SupportRequest,
  about: Pick<Parameters<typeof supportMail>[1], 'words' | 'offer'>,
): Promise<boolean> {
  try {
    const readers = [settings.supportEmail, request.contactEmail];
    const answers = await Promise.all(
      readers.map((to) => mail.send(supportMail(request, { ...about, to, settings }))),
    );
    return answers.every(({ kind }) => kind === 'accepted');
  } catch (error) {
    log.warn({ err: error, caseNumber: request.caseNumber }, 'support request stored but not mailed');
    return false;
  }
}
