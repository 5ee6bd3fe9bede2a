import { delimiter, dirname } from 'node:path';
import { documentedCommands } from './commands';
import { type OwnNamespace, ownNamespace } from './own-namespace';
import { pythonWithRequirements } from './python';
import { typed } from './type';

const [typescript, python] = documentedCommands['test/docs/examples.test.ts'];

let own: OwnNamespace;
beforeEach(async () => {
  own = await ownNamespace();
});
afterEach(() => own.close());

it('takes an offer live with the client as a library', async () => {
  const said = await typed(typescript, own.environment);

  expect(said).toMatch(/^waitingForPublisherReview .*^go live: accepted$.*^live http:/ms);
});

it('takes an offer live from Python, knowing nothing but names and JSON', async () => {
  const PATH = [dirname(await pythonWithRequirements()), process.env['PATH']].join(delimiter);

  const said = await typed(python, { ...own.environment, PATH });

  expect(said).toMatch(/^notificationEmails: accepted$.*^waitingForPublisherReview$.*"outcome": "live"/ms);
  // Python packages may have to be fetched, once.
}, 300_000);
