import type { FC } from 'hono/jsx';
import type { Section } from '../../../domain/offer/field-schemas';
import { entryName } from '../../../domain/offer/form/apply-form';
import type { FormEntries, FormGroup, FormNode, FormRows } from '../../../domain/offer/form/form';
import { nameOf, ownValue, partsOf, type Placed } from '../../../domain/offer/form/placed';
import { blocksIn, planParts } from '../../../domain/offer/form/sections';
import { entryNameOf } from '../../../domain/text/fields/entry-names';
import { fieldHelp } from '../../../domain/text/fields/field-help';
import { fieldLabel } from '../../../domain/text/fields/offer-fields';
import type { Word } from '../../words/all-words';
import { Field } from './field';
import { Problems } from './problems';
import type { FormContext } from './view';

type BlockProps = { readonly placed: Placed; readonly context: FormContext };

/** A field, a list or a table of the form. */
export const Block: FC<BlockProps> = ({ placed, context }) => {
  const { node } = placed;
  switch (node.kind) {
    case 'field':
      return <Field placed={{ ...placed, node }} context={context} />;
    case 'group':
      return <Table placed={{ ...placed, node }} context={context} />;
    case 'rows':
    case 'entries':
      return <List placed={{ ...placed, node }} context={context} />;
  }
};

type ListProps = { readonly placed: Placed<FormRows | FormEntries>; readonly context: FormContext };

const List: FC<ListProps> = ({ placed, context }) => {
  const { node, path } = placed;
  const { words, findingsAt, mayEdit } = context;
  const name = nameOf(path);
  const entries = partsOf(placed);
  const help = fieldHelp(node.label, words.language);
  return (
    <div
      class="list"
      id={name}
      tabindex={-1}
      role="group"
      aria-label={fieldLabel(node.label, words.language)}
    >
      {!isPlans(node) && (
        <p class="list-name">
          {fieldLabel(node.label, words.language)}
          {node.required && <span class="required"> ({words.say('editor.required')})</span>}
        </p>
      )}
      {help !== undefined && <p class="help">{help}</p>}
      <Problems name={name} findings={findingsAt.get(name) ?? []} words={words} />
      {entries.map((entry, index) => (
        <Entry list={node} entry={entry} index={index} context={context} />
      ))}
      {mayEdit && (
        <button type="submit" name="do" value={`add:${name}`}>
          {words.say('editor.add', { what: entryNameOf(node.label, words.language) })}
        </button>
      )}
    </div>
  );
};

type EntryProps = {
  readonly list: FormRows | FormEntries;
  readonly entry: Placed;
  readonly index: number;
  readonly context: FormContext;
};

const Entry: FC<EntryProps> = ({ list, entry, index, context }) => {
  const { words, findingsAt, mayEdit } = context;
  const name = nameOf(entry.path);
  const key = String(entry.path.at(-1));
  const title = `${entryNameOf(list.label, words.language)} ${titleOf(list, entry, index)}`;
  const isField = entry.node.kind === 'field';
  return (
    <fieldset
      class={isPlans(list) ? 'entry plan' : 'entry'}
      id={isField ? undefined : name}
      tabindex={isField ? undefined : -1}
    >
      <legend>{title}</legend>
      {!isField && <Problems name={name} findings={findingsAt.get(name) ?? []} words={words} />}
      {list.kind === 'entries' && (
        <div class="field short">
          <label for={entryName(name)}>{words.say('editor.entryName')}</label>
          <input
            id={entryName(name)}
            name={entryName(name)}
            value={key}
            disabled={!mayEdit}
            autocomplete="off"
          />
        </div>
      )}
      <EntryBlocks list={list} entry={entry} context={context} />
      {mayEdit && (
        <button type="submit" class="small" name="do" value={`remove:${name}`}>
          {words.say('editor.remove', { what: title })}
        </button>
      )}
    </fieldset>
  );
};

/** What an entry is known by: its own name, else its number. */
export function titleOf(list: FormNode, { path, value }: Placed, index: number): string {
  if (list.kind === 'entries') return String(path.at(-1));
  const planId = ownValue(value, 'planId');
  return typeof planId === 'string' && planId !== '' ? planId : String(index + 1);
}

/** The list that is a section by itself. */
export const isPlans = ({ label }: FormNode): boolean => label === 'plans';

const EntryBlocks: FC<Pick<EntryProps, 'list' | 'entry' | 'context'>> = ({ list, entry, context }) => {
  if (entry.node.kind === 'field') return <Block placed={entry} context={context} />;
  const blocks = blocksIn(entry);
  if (!isPlans(list)) return <Blocks blocks={blocks} context={context} />;
  return (
    <>
      {planParts.map((part) => (
        <Part part={part} blocks={blocks} context={context} />
      ))}
    </>
  );
};

type PartProps = {
  readonly part: Section;
  readonly blocks: readonly Placed[];
  readonly context: FormContext;
};

/** Fields that belong together, under their own small heading. */
export const Part: FC<PartProps> = ({ part, blocks, context }) => {
  const own = blocks.filter(({ node }) => node.section === part);
  const heading = partHeadings[part];
  if (own.length === 0) return <></>;
  return (
    <div class="part">
      {heading !== undefined && <h3>{context.words.say(heading)}</h3>}
      <Blocks blocks={own} context={context} />
    </div>
  );
};

const partHeadings: Readonly<Partial<Record<Section, Word>>> = {
  overview: 'part.overview',
  artwork: 'part.artwork',
  legal: 'part.legal',
  preview: 'part.preview',
  technical: 'part.technical',
  pricing: 'part.pricing',
};

const Blocks: FC<{ readonly blocks: readonly Placed[]; readonly context: FormContext }> = ({
  blocks,
  context,
}) => (
  <div class="fields">
    {blocks.map((block) => (
      <Block placed={block} context={context} />
    ))}
  </div>
);

/** Many numbers with short names: folded until somebody needs them. */
const Table: FC<{ readonly placed: Placed<FormGroup>; readonly context: FormContext }> = ({
  placed,
  context,
}) => {
  const { words, findingsAt } = context;
  const name = nameOf(placed.path);
  const cells = partsOf(placed);
  const isWrong = [name, ...cells.map(({ path }) => nameOf(path))].some((place) => findingsAt.has(place));
  const filled = cells.filter(({ value }) => value !== undefined && value !== null).length;
  return (
    <details class="table" id={name} open={isWrong}>
      <summary>
        {fieldLabel(placed.node.label, words.language)}{' '}
        <span class="quiet">({words.say('editor.count', { count: filled, max: cells.length })})</span>
      </summary>
      <p class="help">{fieldHelp(placed.node.label, words.language)}</p>
      <Problems name={name} findings={findingsAt.get(name) ?? []} words={words} />
      <div class="cells">
        {cells.map((cell) => (
          <Block placed={cell} context={context} />
        ))}
      </div>
    </details>
  );
};
