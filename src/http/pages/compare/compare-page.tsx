import type { FC } from 'hono/jsx';
import { offerPage } from '../../offers/offer-key';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { ChangesTable } from './changes-table';
import { type ComparedSlot, comparedSlots, type CompareProps, slotText } from './view';

/** What differs between draft, preview and production, field by field, with the names the Editor uses. */
export const ComparePage: FC<CompareProps> = ({ view, words }) => {
  const { say } = words;
  const title = say('compare.of', { title: view.title });
  return (
    <Layout title={title} words={words} query={`from=${view.from}&to=${view.to}`}>
      <OfferHead offer={view.offer} title={title} current="compare" words={words} />
      <form class="toolbar" method="get" action={offerPage(view.offer, 'compare')}>
        <SlotChoice name="from" label={say('compare.from')} chosen={view.from} view={view} words={words} />
        <SlotChoice name="to" label={say('compare.with')} chosen={view.to} view={view} words={words} />
        <button type="submit">{say('list.show')}</button>
      </form>
      <Compared view={view} words={words} />
    </Layout>
  );
};

const Compared: FC<CompareProps> = ({ view, words }) => {
  const { compared } = view;
  if (compared.kind === 'nothingThere') {
    const slot = words.say(`slot.${compared.slot}`);
    return <p class="empty">{words.say('compare.nothingThere', { slot })}</p>;
  }
  if (compared.changes.length === 0) return <p class="empty">{words.say('compare.nothingChanged')}</p>;
  return <ChangesTable changes={compared.changes} view={view} words={words} />;
};

type SlotChoiceProps = CompareProps & {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly chosen: ComparedSlot;
};

const SlotChoice: FC<SlotChoiceProps> = ({ name, label, chosen, view, words }) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {comparedSlots.map((slot) => (
        <option value={slot} selected={slot === chosen}>
          {slotText(slot, view, words)}
        </option>
      ))}
    </select>
  </div>
);
