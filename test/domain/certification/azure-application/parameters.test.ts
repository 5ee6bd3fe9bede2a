import { parametersRules } from '../../../../src/domain/certification/rules/azure-application/parameters/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import { packageOf } from '../../../support/package-facts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
const vault =
  '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v-1';
const secret = (id: string, secretName: unknown): object => ({ reference: { keyVault: { id }, secretName } });

const findingsOf = (file: object): readonly string[] =>
  judgeByRules(packageOf({ 'main.parameters.json': file }, 'file'), parametersRules).findings.map(
    ({ ruleId, severity, params, target }) =>
      [ruleId.replace('app.parameters.', ''), severity, params['flaw'], target.pointer]
        .filter(Boolean)
        .join(' '),
  );

it.each<[string, object, readonly string[]]>([
  ['is in order', {}, []],
  ['is for a subscription', { $schema: schema.replace('deploymentP', 'subscriptionDeploymentP') }, []],
  ['has no schema', { $schema: undefined }, ['schema error']],
  ['has the schema of another', { $schema: 'https://x/deploymentParameters' }, ['schema error /$schema']],
  ['has no version', { contentVersion: undefined }, ['content-version error']],
  ['has a number as version', { contentVersion: 1 }, ['content-version error /contentVersion']],
  ['has an odd version', { contentVersion: '1' }, ['content-version warning /contentVersion']],
  ['has no parameters', { parameters: undefined }, ['present error']],
  ['has a list of parameters', { parameters: [] }, ['present error /parameters']],
  ['has a parameter without a value', { parameters: { a: {} } }, ['values error noValue /parameters/a']],
  ['has a bare value', { parameters: { a: 'b' } }, ['values error noValue /parameters/a']],
  ['has an empty value', { parameters: { a: { value: '' } } }, []],
  ['has a secret', { parameters: { a: secret(vault, 'Name-1') } }, []],
  [
    'has a secret of no vault',
    { parameters: { a: secret('/x', 'n') } },
    ['values error badVaultId /parameters/a/reference/keyVault/id'],
  ],
  [
    'has a secret of a bad name',
    { parameters: { a: secret(vault, 'a_b') } },
    ['values error badSecretName /parameters/a/reference/secretName'],
  ],
  [
    'has a secret without a name',
    { parameters: { a: secret(vault, undefined) } },
    ['values error badSecretName /parameters/a/reference'],
  ],
])('judges a parameter file that %s', (_what, over, expected) => {
  expect(findingsOf({ $schema: schema, contentVersion: '1.0.0.0', parameters: {}, ...over })).toEqual(
    expected,
  );
});

it('judges nothing where there is no parameter file', () => {
  const { tests } = judgeByRules(packageOf({ 'mainTemplate.json': { resources: [] } }), parametersRules);

  expect(tests.map(({ result }) => result)).toEqual(['notRun', 'notRun', 'notRun', 'notRun']);
});
