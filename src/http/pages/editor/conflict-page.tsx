import type { FC } from 'hono/jsx';
import type { OfferDocument } from '../../../domain/offer/document';
import { atPlace, type DraftDifference } from '../../../domain/offer/form/merge-drafts';
import { nameOf } from '../../../domain/offer/form/placed';
import { fieldOf } from '../../../domain/offer/offer-finding';
import { maskSecrets } from '../../../domain/offer/secrets';
import { fieldLabel } from '../../../domain/text/fields/offer-fields';
import type { OfferRecord } from '../../../services/ports';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';

export type ConflictView = {
  /** As it stands: theirs. */
  readonly offer: OfferRecord;
  readonly title: string;
  readonly mine: OfferDocument;
  readonly differences: readonly DraftDifference[];
};

type ConflictPageProps = { readonly view: ConflictView; readonly words: Words };

export const choiceName = (difference: DraftDifference): string => `choice:${nameOf(difference.path)}`;

/** Two people changed one draft: every difference, field by field, and a choice for each. */
export const ConflictPage: FC<ConflictPageProps> = ({ view, words }) => {
  const { offer, mine, differences } = view;
  const { say } = words;
  const shown = { mine: maskSecrets(mine), theirs: maskSecrets(offer.draft) };
  return (
    <Layout title={say('conflict.title')} words={words}>
      <OfferHead offer={offer} title={say('conflict.title')} current="editor" words={words} />
      <p class="prose">{say('conflict.help')}</p>
      <form
        class="conflict"
        method="post"
        action={offerPage(offer, 'editor/conflict')}
        enctype="multipart/form-data"
      >
        <input type="hidden" name="etag" value={offer.etag} />
        <input type="hidden" name="theirs" value={JSON.stringify(offer.draft)} />
        {/* What the sender has typed, secrets included, goes back to the sender alone; what is shown is masked. */}
        <input type="hidden" name="mine" value={JSON.stringify(mine)} />
        <button type="submit" name="do" value="save" class="hidden-text" tabindex={-1} aria-hidden="true">
          {say('conflict.save')}
        </button>
        {differences.map((difference) => (
          <Difference difference={difference} shown={shown} words={words} />
        ))}
        <div class="save-bar">
          <button type="submit" name="do" value="allTheirs">
            {say('conflict.allTheirs')}
          </button>
          <button type="submit" name="do" value="allMine">
            {say('conflict.allMine')}
          </button>
          <button type="submit" name="do" value="save" class="main">
            {say('conflict.save')}
          </button>
        </div>
      </form>
    </Layout>
  );
};

type DifferenceProps = {
  readonly difference: DraftDifference;
  readonly shown: { readonly mine: OfferDocument; readonly theirs: OfferDocument };
  readonly words: Words;
};

const Difference: FC<DifferenceProps> = ({ difference, shown, words }) => {
  const { path, changedBy } = difference;
  const [, plans, plan] = path;
  const isOfPlan = plans === 'plans' && path.length > 3;
  return (
    <fieldset class="difference">
      <legend>
        {isOfPlan && `${String(plan)}: `}
        {path.length === 3 && plans === 'plans' ? String(plan) : fieldLabel(fieldOf(path), words.language)}
        {changedBy === 'both' && <span class="both"> {words.say('conflict.both')}</span>}
      </legend>
      <p class="quiet">
        <code>{nameOf(path)}</code>
      </p>
      {(['mine', 'theirs'] as const).map((side) => (
        <label for={`${choiceName(difference)}:${side}`} class="side">
          <span class="pick">
            <input
              type="radio"
              id={`${choiceName(difference)}:${side}`}
              name={choiceName(difference)}
              value={side}
              checked={side === (changedBy === 'them' ? 'theirs' : 'mine')}
            />{' '}
            {words.say(`conflict.${side}`)}
          </span>
          <Value value={atPlace(shown[side], difference)} words={words} />
        </label>
      ))}
    </fieldset>
  );
};

const Value: FC<{ readonly value: unknown; readonly words: Words }> = ({ value, words }) =>
  value === undefined ? (
    <em class="quiet">{words.say('conflict.absent')}</em>
  ) : (
    <span class="value">{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</span>
  );
