import { type Context, Hono } from 'hono';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { type SupportSubject, supportSubject, takeSupportRequest } from '../../support-request';
import { wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { forPageOffer } from '../page-offer';
import { type SupportFault, SupportFormPage } from './support-form-page';
import { SupportSentPage } from './support-sent-page';

/** Get support: a form about one publication and step, and the case number that came of it. */
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

async function formPage(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const { publication, step } = context.req.query();
  const subject = await supportSubject(deps, offer, { publicationId: publication, step });
  const contact = subject.publication?.status.notificationEmails[0] ?? '';
  const filled = { contact, text: '' };
  return context.html(<SupportFormPage {...about(context, offer, subject)} filled={filled} />);
}

async function take(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const { contact = '', text = '', publication, step } = await readForm(context);
  const subject = await supportSubject(deps, offer, { publicationId: publication, step });
  const props = about(context, offer, subject);
  const letter = { contact, text, actor: identityOf(context).actor, language: props.words.language };
  const answer = await takeSupportRequest(deps, offer, { subject, letter });
  // What was typed stays: nobody writes it twice.
  const again = (fault: SupportFault, status: 400 | 429) =>
    context.html(<SupportFormPage {...props} filled={{ contact, text }} fault={fault} />, status);
  switch (answer.kind) {
    case 'stored':
      return context.html(<SupportSentPage request={answer.request} offer={offer} words={props.words} />);
    case 'tooMany':
      context.header('Retry-After', String(answer.waitSeconds));
      return again('supportTooOften', 429);
    case 'badContact':
    case 'badText':
      return again(answer.kind, 400);
  }
}

function about(context: Context, offer: OfferRecord, subject: SupportSubject) {
  return { offer, subject, words: wordsIn(languageOf(context, subject.publication?.status.language)) };
}
