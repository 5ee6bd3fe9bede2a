import { outsideTemporalAnswers } from '../../src/local/components/outside-temporal';
import { testStack } from '../support/stack';
import { bareNamespace } from '../support/temporal-namespace';
import { until } from '../support/until';

/** As `npm start` with these in its environment. */
async function startWith(namespace: string): Promise<string> {
  const { temporalAddress } = testStack();
  process.env['TEMPORAL_ADDRESS'] = temporalAddress;
  process.env['TEMPORAL_NAMESPACE'] = namespace;
  return outsideTemporalAnswers(temporalAddress);
}

it('goes on with a namespace that has the search attributes of publications', async () => {
  await expect(startWith('default')).resolves.toBe('default');
});

it('is given up with what is missing and the command that makes it', async () => {
  const { namespace, close } = await bareNamespace(testStack().temporalAddress);

  // A busy server is not waited for, and then it is not known.
  const problem = await until('the server tells', () =>
    startWith(namespace).then(
      () => undefined,
      (error: Error) => error.message,
    ),
  );

  expect(problem).toMatch(
    new RegExp(
      `^The Temporal server at TEMPORAL_ADDRESS=\\S+ is not ready for publications: search attributes of Temporal namespace ${namespace}: ` +
        'PublisherId \\(Keyword\\) is missing, .*\\.\nMake them \\(docs/OPERATIONS\\.md, "Search attributes"; on Temporal Cloud in its console or with tcld\\): ' +
        `temporal operator search-attribute create --namespace ${namespace} --name PublisherId --type Keyword .*PublicationStatus --type Keyword$`,
    ),
  );
  await close();
});

it('is given up with what to correct where there is no such namespace', async () => {
  await expect(startWith('nowhere')).rejects.toThrow(
    /does not answer for namespace nowhere: .*Correct the TEMPORAL_\* variables/,
  );
});
