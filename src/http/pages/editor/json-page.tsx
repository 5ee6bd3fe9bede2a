import type { FC } from 'hono/jsx';
import type { Finding } from '../../../domain/certification/finding';
import { readJsonText, type TextPlace } from '../../../domain/offer/form/json-text';
import { findingText } from '../../../domain/text/findings/findings';
import type { OfferRecord } from '../../../services/ports';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { DraftViews, Notices } from './frame';

export type JsonView = {
  readonly offer: OfferRecord;
  readonly title?: string;
  /** As it was typed, or the draft. */
  readonly text: string;
  readonly problem?: { readonly text: string; readonly place?: TextPlace };
  readonly findings?: readonly Finding[];
  readonly isSaved?: boolean;
  readonly mayEdit?: boolean;
  readonly mayPublish?: boolean;
};

type JsonPageProps = { readonly view: JsonView; readonly words: Words };

/** The whole document in one field; what is wrong is named by line and column. */
export const JsonPage: FC<JsonPageProps> = ({ view, words }) => {
  const { offer, text, findings = [] } = view;
  const { say } = words;
  const title = say('editor.of', { title: view.title ?? offer.offerId });
  return (
    <Layout title={title} words={words}>
      <script src="/editor.js" defer></script>
      <OfferHead offer={offer} title={title} current="editor" words={words} />
      {view.isSaved && <Notices notices={[{ kind: 'accepted', text: say('editor.saved') }]} />}
      {findings.length > 0 && <Findings text={text} findings={findings} words={words} />}
      <DraftViews offer={offer} current="json" words={words} />
      <JsonForm view={view} words={words} />
    </Layout>
  );
};

const JsonForm: FC<JsonPageProps> = ({ view, words }) => {
  const { offer, text, problem } = view;
  const { say } = words;
  return (
    <form
      class="json"
      method="post"
      action={offerPage(offer, 'editor/json')}
      enctype="multipart/form-data"
      data-editor
    >
      <input type="hidden" name="etag" value={offer.etag} />
      <input type="hidden" name="base" value={JSON.stringify(offer.draft)} />
      <label for="document">JSON</label>
      <p class="help" id="document-help">
        {say('json.help')}{' '}
        <a href={`/api/offer-types/${offer.offerType}/schema?lang=${words.language}`}>
          {say('editor.schemaLink')}
        </a>
      </p>
      {problem !== undefined && (
        <p class="notice refused" role="alert" id="document-problem">
          <Icon name="warning" />
          <span>{problem.text}</span>
        </p>
      )}
      <textarea
        id="document"
        name="document"
        class="code"
        rows={32}
        wrap="off"
        disabled={view.mayEdit !== true}
        aria-describedby={problem === undefined ? 'document-help' : 'document-help document-problem'}
        aria-invalid={problem === undefined ? undefined : 'true'}
        data-line={problem?.place?.line}
        data-column={problem?.place?.column}
      >
        {`\n${text}`}
      </textarea>
      {view.mayEdit && (
        <div class="save-bar">
          <button type="submit" name="do" value="save">
            {say('editor.save')}
          </button>
          {view.mayPublish && (
            <button type="submit" name="do" value="publish" class="main">
              {say('editor.publish')}
            </button>
          )}
        </div>
      )}
    </form>
  );
};

type FindingsProps = { readonly text: string; readonly findings: readonly Finding[]; readonly words: Words };

const Findings: FC<FindingsProps> = ({ text, findings, words }) => {
  const read = readJsonText(text);
  return (
    <section class="problem-summary blocked" aria-labelledby="problems" role="alert">
      <h2 id="problems">
        <Icon name="warning" /> {words.say('editor.problems', { count: findings.length })}
      </h2>
      <p>{words.say('editor.problemsHelp')}</p>
      <ul>
        {findings.map((finding) => {
          const place =
            read.kind === 'read' ? read.placeOf(finding.target.pointer ?? '') : { line: 1, column: 1 };
          return (
            <li>
              <a href="#document" data-line={place.line} data-column={place.column}>
                {words.say('json.place', place)}
              </a>
              : {findingText(finding, words.language).message}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
