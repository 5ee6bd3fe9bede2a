import type { Context } from 'hono';
import { judge, type Finding } from '../../../domain/certification/finding';
import { may } from '../../../domain/access/identity';
import { mayEditDraft } from '../../../domain/publication/draft-editors';
import { formOf } from '../../../domain/offer/form/offer-forms-schema';
import { kindOf } from '../../../domain/offer/kind';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../identity';
import { languageOf } from '../../language';
import { titleOf } from '../../offer-title';
import { validateDraft } from '../../validate-draft';
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
  const findings = isChecked ? await validateDraft(deps, offer) : undefined;
  const saved: readonly EditorNotice[] =
    context.req.query('saved') === undefined ? [] : [{ kind: 'accepted', text: words.say('editor.saved') }];
  const visitor = identityOf(context);
  const view: EditorView = {
    offer,
    title: titleOf(offer),
    form: formOf(offer.offerType, kindOf(offer.draft)),
    document: offer.draft,
    findings,
    notices: [...saved, ...notices],
    asking: shown.asking ?? askingFor(findings),
    mayEdit: mayEditDraft(visitor, offer),
    mayPublish: may(visitor, 'publish', offer.publisherId),
    takesUploads: deps.uploads !== undefined,
  };
  return context.html(<EditorPage view={view} words={words} />, status);
}

function askingFor(findings: readonly Finding[] | undefined): EditorView['asking'] {
  const isReady = findings !== undefined && judge(findings) !== 'failed';
  return isReady ? { emails: '', problem: undefined } : undefined;
}
