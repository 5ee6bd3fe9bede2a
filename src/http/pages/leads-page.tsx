import type { FC } from 'hono/jsx';
import { leadBody, leadRow } from '../../domain/lead/lead-shapes';
import { testLeadOf } from '../../domain/lead/test-lead';
import type { Words } from '../words/words';
import { Layout } from './layout';

const example = testLeadOf(
  { publisherId: 'contoso', offerId: 'linux-vm', title: 'Contoso Linux' },
  '2027-01-31T09:00:00.000Z',
).lead;

/** Where leads can go, and the test lead as each destination gets it: made by the code that sends it. */
export const LeadsPage: FC<{ readonly words: Words }> = ({ words }) => (
  <Layout title={words.say('leadsLink')} words={words} current="leads">
    <h1>{words.say('leadsLink')}</h1>
    <p class="prose">{words.say('leadsHelp')}</p>
    <h2>
      <code>AzureTable</code>
    </h2>
    <p>{words.say('leadsTable')}</p>
    <pre>
      <code>{JSON.stringify(leadRow(example, 'publication/displaypackage/test-lead'), null, 2)}</code>
    </pre>
    <h2>
      <code>HttpsEndpoint</code>
    </h2>
    <p>{words.say('leadsEndpoint')}</p>
    <pre>
      <code>{JSON.stringify(leadBody(example), null, 2)}</code>
    </pre>
    <h2>
      <code>None</code>
    </h2>
    <p>{words.say('leadsNone')}</p>
  </Layout>
);
