import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import {
  deployment,
  mainTemplate,
  packageOf,
  ruleNamed,
  saidBy,
  template,
} from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const pair = (place: unknown, token: unknown): PackageFacts =>
  mainTemplate({ parameters: { _artifactsLocation: place, _artifactsLocationSasToken: token } });
const link = '[deployment().properties.templateLink.uri]';
const place = { type: 'string', defaultValue: link };
const token = { type: 'secureString', defaultValue: '' };
const limits = (parameter: unknown): PackageFacts => mainTemplate({ parameters: { p: parameter } });

describe.each<readonly [string, readonly Case[]]>([
  [
    'Min-And-Max-Value-Are-Numbers',
    [
      ['neither', limits({ type: 'int' }), []],
      ['both', limits({ minValue: -1, MaxValue: 10 }), []],
      ['a text', limits({ minValue: '1', maxValue: 10 }), ['error /parameters/p/minValue']],
      ['a fraction', limits({ minValue: 1, maxValue: 10.5 }), ['error /parameters/p/maxValue']],
      [
        'an expression',
        limits({ minValue: 1, maxValue: "[variables('x')]" }),
        ['error /parameters/p/maxValue'],
      ],
      ['only one', limits({ maxValue: 10 }), ['error /parameters/p']],
      ['a text alone', limits({ maxValue: '10' }), ['error /parameters/p', 'error /parameters/p/maxValue']],
      [
        'in a nested template',
        mainTemplate({ resources: [deployment({ parameters: { p: { minValue: 1 } } })] }),
        ['error /resources/0/properties/template/parameters/p'],
      ],
    ],
  ],
  [
    'artifacts-parameter',
    [
      ['neither', mainTemplate({}), []],
      ['both as usual', pair(place, token), []],
      [
        'beside the raw files of a repository',
        pair({ ...place, defaultValue: 'https://raw.githubusercontent.com/a/b/' }, token),
        [],
      ],
      [
        'a part of the link',
        pair({ ...place, defaultValue: "[uri(deployment().properties.templateLink.uri, '.')]" }, token),
        [],
      ],
      [
        'only the place',
        mainTemplate({ parameters: { _artifactsLocation: place } }),
        ['error /parameters/_artifactsLocation'],
      ],
      [
        'only the token',
        mainTemplate({ parameters: { _artifactsLocationSasToken: token } }),
        ['error /parameters/_artifactsLocationSasToken'],
      ],
      [
        'another place',
        pair({ ...place, defaultValue: 'https://example.com' }, token),
        ['error /parameters/_artifactsLocation/defaultValue'],
      ],
      [
        'a token with a default',
        pair(place, { ...token, defaultValue: '?sig=x' }),
        ['error /parameters/_artifactsLocationSasToken/defaultValue'],
      ],
      [
        'no defaults',
        pair({ type: 'string' }, { type: 'securestring' }),
        ['error /parameters/_artifactsLocation', 'error /parameters/_artifactsLocationSasToken'],
      ],
      [
        'a token that is not secure',
        pair(place, { ...token, type: 'string' }),
        ['error /parameters/_artifactsLocationSasToken/type'],
      ],
      [
        'no defaults in nested templates',
        mainTemplate({
          resources: [
            deployment({
              parameters: {
                _artifactsLocation: { type: 'string' },
                _artifactsLocationSasToken: { type: 'securestring' },
              },
            }),
          ],
        }),
        [],
      ],
      [
        'defaults in a linked template',
        packageOf({
          'mainTemplate.json': template({ resources: [] }),
          'nested/a.json': template({
            parameters: { _artifactsLocation: place, _artifactsLocationSasToken: token },
          }),
        }),
        [
          'error /parameters/_artifactsLocation/defaultValue',
          'error /parameters/_artifactsLocationSasToken/defaultValue',
        ],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
