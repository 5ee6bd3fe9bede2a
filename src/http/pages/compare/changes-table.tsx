import type { FC } from 'hono/jsx';
import type { ReadableChange } from '../../../domain/text/change';
import { type CompareProps, slotText } from './view';

type ChangesTableProps = CompareProps & { readonly changes: readonly ReadableChange[] };

/** Side by side; what was taken away and what was added is marked for eyes and for screen readers. */
export const ChangesTable: FC<ChangesTableProps> = ({ changes, view, words }) => {
  const { say } = words;
  const from = slotText(view.from, view, words);
  const to = slotText(view.to, view, words);
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{say('compare.changes', { count: changes.length })}</h2>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('compare.field')}</th>
              <th scope="col">{from}</th>
              <th scope="col">{to}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, within, label, before, after }) => (
              <tr>
                <th scope="row">
                  {within.length > 0 && <span class="quiet">{within.join(' › ')} › </span>}
                  {label}
                  <br />
                  <span class="quiet">{say(`change.${kind}`)}</span>
                </th>
                <td data-label={from}>
                  {before === null ? (
                    <span class="quiet">{say('compare.nothing')}</span>
                  ) : (
                    <del>{before}</del>
                  )}
                </td>
                <td data-label={to}>
                  {after === null ? <span class="quiet">{say('compare.nothing')}</span> : <ins>{after}</ins>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
