import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateLinkedFiles } from '../../../../../src/domain/certification/rules/azure-application/template/linked-files';
import { mainTemplate, packageOf, saidBy, template } from '../../../../support/template-facts';

const linking = (templateLink: object, parts = {}) =>
  template({
    resources: [{ type: 'Microsoft.Resources/deployments', properties: { templateLink } }],
    ...parts,
  });
const others = { 'createUiDefinition.json': {}, 'nested/site.json': template({}) };
const withLink = (templateLink: object, parts = {}): PackageFacts =>
  packageOf({ 'mainTemplate.json': linking(templateLink, parts), ...others });
const byUri = (uri: string, parts = {}): PackageFacts => withLink({ uri }, parts);

const link = '/resources/0/properties/templateLink';
const wrong = [`error ${link}/relativePath`];
const doubtful = [`warning ${link}/uri`];
const base = "parameters('_artifactsLocation')";
const sas = "parameters('_artifactsLocationSasToken')";

it.each<[string, PackageFacts, readonly string[]]>([
  ['a relative path that is there', withLink({ relativePath: 'nested/site.json' }), []],
  ['one that goes about', withLink({ relativePath: './other/../nested/site.json' }), []],
  ['one in other case', withLink({ relativePath: 'nested/Site.json' }), wrong],
  ['one that is not there', withLink({ relativePath: 'nested/network.json' }), wrong],
  ['one in another folder', withLink({ relativePath: 'site.json' }), wrong],
  ['one that climbs out', withLink({ relativePath: '../nested/site.json' }), wrong],
  [
    'one in a variable',
    withLink({ relativePath: "[variables('a')]" }, { variables: { a: 'nested/network.json' } }),
    wrong,
  ],
  [
    'one from a folder of its own',
    packageOf({ 'nested/a.json': linking({ relativePath: 'b.json' }), 'nested/b.json': template({}) }),
    [],
  ],
  ['an address that is put together', byUri(`[uri(${base}, concat('nested/site.json', ${sas}))]`), []],
  ['one whose file is missing', byUri(`[uri(${base}, concat('nested/network.json', ${sas}))]`), doubtful],
  ['one in other case', byUri(`[uri(${base}, concat('nested/Site.json', ${sas}))]`), doubtful],
  ['one put together by hand', byUri(`[concat(${base}, '/nested/network.json', ${sas})]`), doubtful],
  ['one that is formatted', byUri(`[format('{0}/nested/network.json{1}', ${base}, ${sas})]`), doubtful],
  ['one with a query', byUri(`[concat(${base}, '/network.json?', ${sas})]`), doubtful],
  [
    'one from where the template lies',
    byUri("[uri(deployment().properties.templateLink.uri, 'b.json')]"),
    doubtful,
  ],
  [
    'one in a variable',
    byUri("[variables('a')]", { variables: { a: `[uri(${base}, 'nested/network.json')]` } }),
    doubtful,
  ],
  ['one whose name nobody knows', byUri(`[concat(${base}, '/nested/', variables('a'), '.json')]`), []],
  ['one whose name begins with what nobody knows', byUri(`[concat(${base}, '-a.json', ${sas})]`), []],
  ['an address elsewhere', byUri("[concat(variables('a'), '/nested/network.json')]"), []],
  ['an address that is written out', byUri('https://contoso.example/network.json'), []],
  ['a template on its own', mainTemplate(linking({ relativePath: 'nested/network.json' })), []],
])('tells of a link to what the package has not: %s', (_what, facts, said) => {
  expect(saidBy(templateLinkedFiles, facts)).toEqual(said);
});

it.each([
  ['the file that differs only in case', 'Nested/site.json', 'nested/site.json'],
  ['none', 'nested/network.json', '-'],
])('says what was found instead: %s', (_what, relativePath, actual) => {
  const violations = templateLinkedFiles.check(withLink({ relativePath }));

  expect(violations).toMatchObject([{ expected: relativePath, actual }]);
});

it('takes a file that could not be read for one that is there', () => {
  const facts = withLink({ relativePath: 'nested/network.json' });
  const entry = { name: 'nested/network.json' } as PackageFacts['entries'][number];

  expect(saidBy(templateLinkedFiles, { ...facts, entries: [entry] })).toEqual([]);
});
