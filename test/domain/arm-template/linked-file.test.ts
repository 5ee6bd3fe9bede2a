import { deploymentsOf, linkedTemplate } from '../../../src/domain/arm-template/linked-file';
import { templatesOf } from '../../../src/domain/arm-template/templates-of';
import { packageOf, template } from '../../support/template-facts';

const base = "parameters('_artifactsLocation')";
const variables = { base: `[concat(${base}, '/a/')]` };
const linking = (templateLink: object) =>
  template({
    variables,
    resources: [{ type: 'Microsoft.Resources/deployments', properties: { templateLink } }],
  });

/** The file that the one deployment of `from` is taken to link to, in a package with two files of one name. */
function linkedFrom(from: string, templateLink: object): string | undefined {
  const all = templatesOf(
    packageOf({ 'a/site.json': template({}), 'site.json': template({}), [from]: linking(templateLink) }),
  );
  const host = all.find(({ document }) => document.path === from);
  const [deployment] = host ? deploymentsOf(host) : [];
  return host && deployment && linkedTemplate(deployment, all, host)?.document.path;
}

it.each<[string, string, object, string | undefined]>([
  ['a path from the root', 'mainTemplate.json', { relativePath: 'site.json' }, 'site.json'],
  ['a path from a folder', 'a/b.json', { relativePath: 'site.json' }, 'a/site.json'],
  ['a path that climbs', 'a/b.json', { relativePath: '../site.json' }, 'site.json'],
  ['a path in other case', 'mainTemplate.json', { relativePath: 'A/Site.json' }, 'a/site.json'],
  ['a path to nothing', 'mainTemplate.json', { relativePath: 'b/site.json' }, undefined],
  ['an address put together', 'mainTemplate.json', { uri: `[uri(${base}, 'site.json')]` }, 'site.json'],
  ['one with a folder', 'mainTemplate.json', { uri: `[uri(${base}, 'a/site.json')]` }, 'a/site.json'],
  [
    'one of a base nobody knows',
    'x.json',
    { uri: "[concat(parameters('b'), '/a/site.json')]" },
    'a/site.json',
  ],
  [
    'one right behind a base',
    'x.json',
    { uri: "[concat(variables('base'), 'site.json', parameters('t'))]" },
    'site.json',
  ],
  [
    'a folder right behind a base',
    'x.json',
    { uri: "[concat(parameters('b'), 'a/site.json')]" },
    'a/site.json',
  ],
  [
    'one of two',
    'x.json',
    { uri: `[if(parameters('c'), uri(${base}, 'b.json'), uri(${base}, 'a/site.json?x'))]` },
    'a/site.json',
  ],
  ['one put together elsewhere', 'x.json', { uri: "[concat('https://c.example/', 'site.json')]" }, undefined],
  ['an address elsewhere', 'mainTemplate.json', { uri: 'https://contoso.example/site.json' }, undefined],
])('finds what %s means', (_what, from, templateLink, file) => {
  expect(linkedFrom(from, templateLink)).toBe(file);
});
