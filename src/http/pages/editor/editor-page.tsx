import type { FC } from 'hono/jsx';
import { blocksOf, type EditorSection, editorSections } from '../../../domain/offer/form/sections';
import type { Placed } from '../../../domain/offer/form/placed';
import { nameOf } from '../../../domain/offer/form/placed';
import { offerPage } from '../../offer-key';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { Part } from './block';
import { DraftViews, Notices } from './frame';
import { ProblemSummary } from './problem-summary';
import { PublishDialog } from './publish-dialog';
import { type EditorView, formContext, type FormContext, inReadingOrder } from './view';

type EditorPageProps = { readonly view: EditorView; readonly words: Words };

const sections = Object.keys(editorSections) as readonly EditorSection[];

/** The form of an offer, in the portal's sections; every button of it saves the draft. */
export const EditorPage: FC<EditorPageProps> = ({ view, words }) => {
  const title = words.say('editor.of', { title: view.title });
  const context = formContext(view, words);
  const blocks = blocksOf(view.form, view.document);
  return (
    <Layout title={title} words={words} query={view.findings && 'publish'}>
      <script src="/editor.js" defer></script>
      <OfferHead offer={view.offer} title={title} current="editor" words={words} />
      <Notices notices={view.notices} />
      {view.asking !== undefined && <PublishDialog view={view} asking={view.asking} words={words} />}
      {view.findings !== undefined && (
        <ProblemSummary findings={inReadingOrder(view.findings, blocks, context)} context={context} />
      )}
      <DraftViews offer={view.offer} current="form" words={words} />
      {!view.mayEdit && <p class="notice pending">{words.say('editor.readOnly')}</p>}
      {!view.takesUploads && view.mayEdit && <p class="quiet">{words.say('editor.uploadsOff')}</p>}
      <form
        class="editor"
        method="post"
        action={offerPage(view.offer, 'editor')}
        enctype="multipart/form-data"
        novalidate
        data-editor
      >
        {/* Enter in any field presses the first button there is: that must be Save. */}
        <button type="submit" name="do" value="save" class="hidden-text" tabindex={-1} aria-hidden="true">
          {words.say('editor.save')}
        </button>
        <input type="hidden" name="etag" value={view.offer.etag} />
        <input type="hidden" name="base" value={JSON.stringify(view.offer.draft)} />
        <SectionLinks blocks={blocks} context={context} />
        <div class="sections">
          {sectionsWith(blocks).map((section) => (
            <SectionCard section={section} blocks={blocks} context={context} />
          ))}
        </div>
        <SaveBar view={view} words={words} />
      </form>
    </Layout>
  );
};

type SectionProps = { readonly blocks: readonly Placed[]; readonly context: FormContext };

/** The way to each section, with the number of places in it that need a hand. */
const SectionLinks: FC<SectionProps> = ({ blocks, context }) => (
  <nav class="section-links" aria-label={context.words.say('editor.sections')}>
    {sectionsWith(blocks).map((section) => {
      const problems = problemsIn(section, { blocks, context });
      return (
        <a href={`#section-${section}`}>
          {context.words.say(`section.${section}`)}
          {problems > 0 && <span class="count">{problems}</span>}
        </a>
      );
    })}
  </nav>
);

function problemsIn(section: EditorSection, { blocks, context }: SectionProps): number {
  const names = blocksFor(section, blocks).map(({ path }) => nameOf(path));
  return [...context.findingsAt]
    .filter(([place]) => names.some((name) => place === name || place.startsWith(`${name}/`)))
    .reduce((sum, [, findings]) => sum + findings.length, 0);
}

/** An offer of words alone has no plans to fill in. */
const sectionsWith = (blocks: readonly Placed[]): readonly EditorSection[] =>
  sections.filter((section) => blocksFor(section, blocks).length > 0);

function blocksFor(section: EditorSection, blocks: readonly Placed[]): readonly Placed[] {
  const parts: readonly string[] = editorSections[section];
  return blocks.filter(({ node }) => parts.includes(node.section));
}

const SectionCard: FC<SectionProps & { readonly section: EditorSection }> = ({
  section,
  blocks,
  context,
}) => (
  <section class="card" aria-labelledby={`section-${section}`}>
    <h2 id={`section-${section}`} tabindex={-1}>
      {context.words.say(`section.${section}`)}
    </h2>
    {section === 'leads' && (
      <p>
        <a href="/docs/leads">{context.words.say('leadsLink')}</a>
      </p>
    )}
    {section === 'plans' && (
      <p class="links">
        <a href="/docs/rules">{context.words.say('rulesLink')}</a>{' '}
        <a href="/docs/sas">{context.words.say('editor.sasLink')}</a>
      </p>
    )}
    {editorSections[section].map((part) => (
      <Part part={part} blocks={blocks} context={context} />
    ))}
  </section>
);

const SaveBar: FC<EditorPageProps> = ({ view, words }) =>
  !view.mayEdit ? (
    <></>
  ) : (
    <div class="save-bar">
      <button type="submit" name="do" value="save">
        {words.say('editor.save')}
      </button>
      {view.mayPublish && (
        <button type="submit" name="do" value="publish" class="main">
          {words.say('editor.publish')}
        </button>
      )}
    </div>
  );
