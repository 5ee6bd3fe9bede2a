import { behind } from '../../../src/domain/arm-template/behind';
import { isMain } from '../../../src/domain/arm-template/is-main';
import { evaluatedInScope, saidByResources } from '../../../src/domain/arm-template/template';
import { templatesOf } from '../../../src/domain/arm-template/templates-of';
import { pointerOf } from '../../../src/domain/json/json-place';
import { deployment, mainTemplate, packageOf, template } from '../../support/template-facts';

describe('the templates of a package', () => {
  const facts = packageOf({
    'mainTemplate.json': template({
      resources: [
        deployment({ outputs: { inner: { value: "[parameters('a')]" } } }),
        deployment(
          { outputs: { outer: { value: "[parameters('a')]" } } },
          { expressionEvaluationOptions: { scope: 'outer' } },
        ),
        {
          type: 'Microsoft.Resources/deployments',
          properties: {
            templateLink: { uri: "[uri(parameters('_artifactsLocation'), concat('nested/x.json', '?sig'))]" },
          },
        },
      ],
    }),
    'nested/x.json': template({ resources: [deployment({})] }),
    'other/x.json': template({ resources: [deployment({})] }),
  });

  it('are its files, each followed by what is nested in it', () => {
    const places = templatesOf(facts).map(({ document, place }) => `${document.path}${pointerOf(place)}`);

    expect(places).toEqual([
      'mainTemplate.json',
      'mainTemplate.json/resources/0/properties/template',
      'mainTemplate.json/resources/1/properties/template',
      'nested/x.json',
      'nested/x.json/resources/0/properties/template',
      'other/x.json',
      'other/x.json/resources/0/properties/template',
    ]);
  });

  it('are read once, whoever asks', () => {
    expect(templatesOf(facts)).toBe(templatesOf(facts));
  });

  it('are main ones by name, or when they deploy others and no other deploys them', () => {
    const all = templatesOf(facts);
    const main = all.filter((each) => isMain(each, all)).map(({ document }) => document.path);

    expect(main).toEqual(['mainTemplate.json', 'other/x.json']);
  });

  it('evaluate what is theirs and what nested ones with outer scope say', () => {
    const [main] = templatesOf(facts);

    expect(main && evaluatedInScope(main).map(pointerOf)).toEqual([
      '/resources/2/properties/templateLink/uri',
      '/resources/1/properties/template/outputs/outer/value',
    ]);
  });
});

describe('the resources of a template', () => {
  it.each([
    [
      'an array with children',
      [{ type: 'A.b/c', resources: [{ type: 'd' }, { type: 'E.f/g' }] }],
      ['a.b/c', 'a.b/c/d', 'e.f/g'],
    ],
    [
      'symbolic names',
      { one: { type: 'A.b/c' }, two: { type: 'A.b/d', resources: { three: { type: 'e' } } } },
      ['a.b/c', 'a.b/d', 'a.b/d/e'],
    ],
    ['no resources at all', 'none', []],
    ['things that are no resources', [null, 1, []], ['', '', '']],
  ])('are found in %s', (_what, resources, types) => {
    const [found] = templatesOf(mainTemplate({ resources }));

    expect(found?.resources.map(({ type }) => type)).toEqual(types);
  });

  it('say things under names of any case, items under the name of their array', () => {
    const [found] = templatesOf(
      mainTemplate({ variables: { fileUris: 'no' }, resources: [{ FileUris: ['a', 'b'] }] }),
    );

    expect(found && saidByResources(found, 'fileuris').map(pointerOf)).toEqual([
      '/resources/0/FileUris',
      '/resources/0/FileUris/0',
      '/resources/0/FileUris/1',
    ]);
  });
});

describe('what is behind a value', () => {
  it.each([
    ["[variables('a')]", '/variables/a'],
    ["[variables('A').b[1]]", '/variables/c'],
    ["[variables('a')['b'][0]]", '/variables/a/b/0'],
    ["[variables('a').missing]", '/outputs/o/value'],
    ["[variables('a')[parameters('p')]]", '/outputs/o/value'],
    ["[concat(variables('c'))]", '/outputs/o/value'],
    ["[variables('looped')]", '/variables/copy/0/input'],
    ['plain', '/outputs/o/value'],
  ])('%s is at %s', (value, pointer) => {
    const variables = {
      a: { b: ['x', "[variables('c')]"] },
      c: "[parameters('p')]",
      copy: [{ name: 'looped', count: 1, input: 'y' }],
    };
    const [found] = templatesOf(mainTemplate({ variables, outputs: { o: { value } } }));
    const place = [...(found?.evaluated ?? []), ...(found?.written ?? [])].find(
      (each) => pointerOf(each) === '/outputs/o/value',
    );

    expect(found && place && pointerOf(behind(place, found))).toBe(pointer);
  });
});
