import type { FC } from 'hono/jsx';
import { blocksOf, type EditorSection, editorSections } from '../../../domain/offer/form/sections';
import { nameOf, partsOf, type Placed } from '../../../domain/offer/form/placed';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Badge } from '../badge';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { isPlans, Part, titleOf } from './block';
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
  // Once they are shown they are all that is known.
  const known =
    view.findings === undefined
      ? view.lacks && formContext({ ...view, findings: view.lacks }, words)
      : context;
  const views = sectionsOf(blocks, context, known);
  const isUnfolded = unfolded(view, views);
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
        <SectionLinks views={views} context={context} />
        <div class="sections">
          {views.map((each) => (
            <SectionCard view={each} isUnfolded={isUnfolded(each)} context={context} />
          ))}
        </div>
        <SaveBar view={view} words={words} />
      </form>
    </Layout>
  );
};

/** What one section shows. */
type SectionView = {
  readonly section: EditorSection;
  readonly blocks: readonly Placed[];
  /** How many findings are shown in it. */
  readonly problems: number;
  /** Nothing is wrong in it, shown or not, as far as that is known. */
  readonly isComplete: boolean;
};

/** An offer of words alone has no plans to fill in. */
const sectionsOf = (
  blocks: readonly Placed[],
  shown: FormContext,
  known: FormContext | undefined,
): readonly SectionView[] =>
  sections.flatMap((section) => {
    const parts: readonly string[] = editorSections[section];
    const own = blocks.filter(({ node }) => parts.includes(node.section));
    if (own.length === 0) return [];
    const isComplete = known !== undefined && problemsAt(own, known) === 0;
    return [{ section, blocks: own, problems: problemsAt(own, shown), isComplete }];
  });

/** Who comes to fill in or has asked what is wrong finds that open, and the rest folded; who only reads finds all open. */
function unfolded(
  { findings, isFirstLook, mayEdit }: EditorView,
  views: readonly SectionView[],
): (section: SectionView) => boolean {
  if (isFirstLook) return ({ isComplete }) => !(mayEdit && isComplete);
  const isNoneWrong = findings === undefined || views.every(({ problems }) => problems === 0);
  return ({ problems }) => isNoneWrong || problems > 0;
}

function problemsAt(parts: readonly Placed[], { findingsAt }: FormContext): number {
  const names = parts.map(({ path }) => nameOf(path));
  return [...findingsAt]
    .filter(([place]) => names.some((name) => place === name || place.startsWith(`${name}/`)))
    .reduce((sum, [, findings]) => sum + findings.length, 0);
}

type SectionLinksProps = { readonly views: readonly SectionView[]; readonly context: FormContext };

/** The way to each section and each plan, with the number of places in it that need a hand. Stays at hand. */
const SectionLinks: FC<SectionLinksProps> = ({ views, context }) => (
  <nav class="section-links" aria-label={context.words.say('editor.sections')}>
    {views.map(({ section, blocks, problems }) => (
      <>
        <a href={`#section-${section}`}>
          {context.words.say(`section.${section}`)}
          <Count problems={problems} />
        </a>
        {section === 'plans' && <PlanLinks blocks={blocks} context={context} />}
      </>
    ))}
  </nav>
);

type PlanLinksProps = { readonly blocks: readonly Placed[]; readonly context: FormContext };

const PlanLinks: FC<PlanLinksProps> = ({ blocks, context }) => (
  <>
    {blocks
      .filter(({ node }) => isPlans(node))
      .flatMap((list) =>
        partsOf(list).map((plan, index) => (
          <a class="of-plan" href={`#${nameOf(plan.path)}`}>
            {titleOf(list.node, plan, index)}
            <Count problems={problemsAt([plan], context)} />
          </a>
        )),
      )}
  </>
);

const Count: FC<{ readonly problems: number }> = ({ problems }) =>
  problems > 0 ? <span class="count">{problems}</span> : <></>;

type SectionCardProps = {
  readonly view: SectionView;
  readonly isUnfolded: boolean;
  readonly context: FormContext;
};

const SectionCard: FC<SectionCardProps> = ({
  view: { section, blocks, problems, isComplete },
  isUnfolded,
  context,
}) => (
  <details class="card section" open={isUnfolded}>
    <summary>
      <h2>{context.words.say(`section.${section}`)}</h2>
      {isComplete ? (
        <Badge tone="good">{context.words.say('walkthrough.green')}</Badge>
      ) : (
        <Count problems={problems} />
      )}
    </summary>
    {/* A link to what is folded unfolds it: the target has to be inside. */}
    <div id={`section-${section}`} tabindex={-1}>
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
    </div>
  </details>
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
