import type { Context } from 'hono';
import { judge, type Finding } from '../../../domain/certification/finding';
import { may } from '../../../domain/access/identity';
import { mayEditDraft } from '../../../domain/publication/draft-editors';
import { formOf } from '../../../domain/offer/form/offer-forms-schema';
import { kindOf } from '../../../domain/offer/kind';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { titleOf } from '../../offers/offer-title';
import { validateDraft } from '../../offers/validate-draft';
import { wordsIn } from '../../words/words';
import { EditorPage } from './editor-page';
import type { EditorNotice, EditorView } from './view';

type Shown = {
  readonly offer: OfferRecord;
  readonly notices?: readonly EditorNotice[];
  readonly asking?: EditorView['asking'];
  readonly status?: 200 | 409 | 413 | 422;
};

/** The form of the draft; `?saved` says that it is, `?publish` checks it and asks for the address when nothing is wrong. */
export async function editorPage(deps: AppDeps, context: Context, shown: Shown): Promise<Response> {
  const { offer, notices = [], status = 200 } = shown;
  const words = wordsIn(languageOf(context), offer.offerType);
  const isChecked = context.req.query('publish') !== undefined || shown.asking !== undefined;
  const lacks = await (isChecked ? validateDraft(deps, offer) : lacksOf(deps, offer));
  const findings = isChecked ? lacks : undefined;
  const isSaved = context.req.query('saved') !== undefined;
  const saved: readonly EditorNotice[] = isSaved
    ? [{ kind: 'accepted', text: words.say('editor.saved') }]
    : [];
  const visitor = identityOf(context);
  const view: EditorView = {
    offer,
    title: titleOf(offer),
    form: formOf(offer.offerType, kindOf(offer.draft)),
    document: offer.draft,
    lacks,
    findings,
    isFirstLook: context.req.method === 'GET' && !isSaved && !isChecked,
    notices: [...saved, ...notices],
    asking: shown.asking ?? askingFor(findings),
    mayEdit: mayEditDraft(visitor, offer),
    mayPublish: may(visitor, 'publish', offer.publisherId),
    takesUploads: deps.uploads !== undefined,
  };
  return context.html(<EditorPage view={view} words={words} />, status);
}

/** Undefined when a stored secret does not open: the form has to, because there it is given anew. */
async function lacksOf(deps: AppDeps, offer: OfferRecord): Promise<readonly Finding[] | undefined> {
  try {
    return await validateDraft(deps, offer);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SealedSecretError') throw error;
    const { publisherId, offerId } = offer;
    deps.log.warn({ err: error, publisherId, offerId }, 'a draft cannot be checked');
    return undefined;
  }
}

function askingFor(findings: readonly Finding[] | undefined): EditorView['asking'] {
  const isReady = findings !== undefined && judge(findings) !== 'failed';
  return isReady ? { emails: '', problem: undefined, notes: '' } : undefined;
}
