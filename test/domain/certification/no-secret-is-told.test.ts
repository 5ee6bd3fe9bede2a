import fc from 'fast-check';
import { packageRules } from '../../../src/domain/certification/rules/azure-application/table';
import { judgeByRules } from '../../../src/domain/certification/run-rules';
import { withoutSecrets } from '../../../src/domain/certification/without-secrets';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { goodOffer } from '../offer/good-offer';
import { createUiDefinition } from '../../support/application-package';
import { packageOf } from '../../support/package-facts';
import { pathsIn, type Path, replaced, richTemplate } from '../../support/rich-template';

const signature = 'qX7fK2mZpR9sVtB4nLcD1eGhJ6uW8yAoTi3Ek5Qr0Mx';
const accountKey = `${signature}${signature.split('').toReversed().join('')}`;
const words = 'Zebra-Lagoon-88-Kite';

/** How publishers leave secrets behind, each with what nobody may read of it. */
const secrets: readonly (readonly [what: string, text: string, hidden: string])[] = [
  ['a SAS', `https://a.blob.core.windows.net/vhds/a.vhd?sv=2024-11-04&sp=rl&sig=${signature}%3D`, signature],
  ['a SAS token', `?sv=2024-11-04&se=2027-01-01&sp=rl&sig=${signature}%3D`, signature],
  ['a signature alone', `${signature}=`, signature],
  ['a signature as in a URL', `${signature}%3D`, signature],
  ['an account key', `${accountKey}==`, accountKey],
  [
    'a storage connection string',
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${accountKey}==;EndpointSuffix=core.windows.net`,
    accountKey,
  ],
  [
    'a bus connection string',
    `Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=${signature}=`,
    signature,
  ],
  ['a database connection string', `Server=tcp:a.example,1433;User ID=sa;Password=${words};`, words],
  ['a login in an address', `https://me:${words}@git.example/a.git`, words],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${words}\n-----END RSA PRIVATE KEY-----`, words],
  ['a key of PuTTY', `PuTTY-User-Key-File-3: ssh-rsa\n${words}`, words],
  ['a credentials file', `aws_secret_access_key = ${words}`, words],
  ['a registry login', `{"auths":{"r.example":{"auth":"${words}"}}}`, words],
  ['an npm token', `//registry.example/:_authToken=${words}`, words],
  ['a password in JSON', `{"password": "${words}"}`, words],
  ['a password in a script', `--password=${words}`, words],
  ['a web token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5In0.${words}`, words],
  ['a token of a code forge', `ghp_${signature}`, signature],
  ['a secret of a directory', `Ab18Q~${signature.slice(0, 34)}`, signature.slice(0, 34)],
];

const form = {
  ...createUiDefinition,
  parameters: {
    basics: [
      { name: 'user', type: 'Microsoft.Compute.UserNameTextBox', label: 'User', defaultValue: 'root' },
      { name: 'size', type: 'Microsoft.Compute.SizeSelector', recommendedSizes: ['Standard_D2s_v5'] },
      {
        name: 'kind',
        type: 'Microsoft.Common.DropDown',
        defaultValue: 'a',
        constraints: { allowedValues: [{ label: 'a', value: 'a' }] },
      },
      { name: 'text', type: 'Microsoft.Common.TextBox', constraints: { regex: '^(' } },
      { name: 'pw', type: 'Microsoft.Common.PasswordBox', constraints: { regex: '^a$' } },
    ],
    steps: [],
    outputs: { location: '[location()]', kind: "[basics('kind')]", pw: "[basics('pw')]" },
  },
};

const files = {
  'mainTemplate.json': replaced(richTemplate, ['parameters', 'kind'], {
    type: 'string',
    defaultValue: 'b',
    allowedValues: ['b', 'c'],
  }),
  'createUiDefinition.json': form,
  'main.parameters.json': {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    contentVersion: '1.0.0.0',
    parameters: { kind: { value: 'b' }, pw: { reference: { keyVault: { id: 'x' }, secretName: 'y z' } } },
  },
};

const texts: readonly Path[] = pathsIn(files).filter((path) => typeof at(path) === 'string');

function at(path: Path): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], files);
}

/** As it stands, inside an expression, in a broken one, in an id. */
const surrounded: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `[concat('${secret}', resourceGroup().location)]`,
  (secret) => `[if(true, '${secret}', `,
  (secret) => `/subscriptions/${secret}`,
];

function toldOf(content: Readonly<Record<string, unknown>>): string {
  const { findings } = judgeByRules(packageOf(content as Record<string, object>, 'folder'), packageRules);
  return JSON.stringify(findings);
}

/** Every kind of secret has its turn. */
const secretAt = (index: number): (typeof secrets)[number] => secrets[index % secrets.length] ?? secrets[0]!;

/** Any eight characters of it would be too many. */
function piecesOf(hidden: string): readonly string[] {
  return Array.from({ length: hidden.length - 7 }, (_, from) => hidden.slice(from, from + 8).toLowerCase());
}

const tells = (told: string, hidden: string): readonly string[] =>
  piecesOf(hidden).filter((piece) => told.toLowerCase().includes(piece));

describe('no finding', () => {
  it.each(surrounded)('tells a secret that stands anywhere in a package (%#)', (surround) => {
    for (const [index, path] of texts.entries()) {
      const [what, secret, hidden] = secretAt(index);
      const planted = replaced(files, path, surround(secret)) as Record<string, unknown>;

      expect([what, path.join('/'), tells(toldOf(planted), hidden)]).toEqual([what, path.join('/'), []]);
    }
  });

  it('tells a secret, whatever it is and wherever quoting the text cuts it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.constantFrom(...texts),
        fc.constantFrom(...surrounded),
        fc.integer({ min: 0, max: 150 }),
        (...[[, secret, hidden], path, surround, before]) => {
          const planted = replaced(files, path, surround(`${'x '.repeat(before)}${secret}`));

          expect(tells(toldOf(planted as Record<string, unknown>), hidden)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(secrets)('tells %s that is the name of something', (_what, secret, hidden) => {
    const named = { type: 'int', minValue: '1', allowedValues: [''] };
    const template = {
      parameters: { [secret]: named },
      variables: { [secret]: '' },
      resources: [{ type: secret, [secret]: '', properties: { [secret]: null } }],
      outputs: { [`${secret}password`]: { value: "[reference('x')]" } },
    };

    const told = toldOf({
      'mainTemplate.json': template,
      'createUiDefinition.json': {
        ...form,
        parameters: { ...form.parameters, outputs: { [secret]: `[basics('${secret}')]` } },
      },
      [`${secret}.json`]: '{',
    });

    expect(tells(told, hidden)).toEqual([]);
  });

  it.each<[what: string, path: Path, value: unknown]>([
    ['default of a secure parameter', ['parameters', 'pw', 'defaultValue'], words],
    ['default of the token for files', ['parameters', '_artifactsLocationSasToken', 'defaultValue'], words],
    [
      'default in an expression',
      ['parameters', '_artifactsLocationSasToken', 'defaultValue'],
      `['${words}']`,
    ],
    ['location that is secure', ['parameters', 'location'], { type: 'securestring', defaultValue: words }],
    [
      'limit of a password',
      ['parameters', 'adminPassword'],
      { type: 'x', minValue: [], defaultValue: words },
    ],
    ['variable', ['variables', 'adminPassword'], `[concat(reference('x').y, '${words}')]`],
    ['id below a secret', ['resources', 0, 'properties', 'secret'], { subnetId: `/subscriptions/${words}` }],
  ])('tells a password that is a %s', (_what, path, value) => {
    const planted = replaced(files, ['mainTemplate.json', ...path], value) as Record<string, unknown>;

    expect(toldOf(planted)).not.toContain(words);
  });

  it('tells a secret that stands anywhere in an offer', () => {
    const document = goodOffer();
    for (const [index, path] of pathsIn(document).entries()) {
      const [what, secret, hidden] = secretAt(index);
      const planted = replaced(document, path, `TODO ${secret}`) as typeof document;
      const findings = validateOffer(planted, { now: new Date('2026-11-22'), trustedOrigins: [] });

      const told = tells(JSON.stringify(findings), hidden);

      expect([what, path.join('/'), told]).toEqual([what, path.join('/'), []]);
    }
  });
});

it.each([
  "[parameters('adminPassword')]",
  "[concat('DefaultEndpointsProtocol=https;AccountKey=', listKeys('x', '1').keys[0].value)]",
  '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg',
  'nested/template.json',
  'https://docs.contoso.com/guide?page=2#password',
  'securestring',
  'Standard_D2s_v5',
  '********',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
])('%s holds no secret and stays readable', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

it.each(secrets)('hides %s, once and for all', (_what, secret) => {
  const once = withoutSecrets(`before ${secret} after`);

  expect(once).toContain('********');
  expect(withoutSecrets(once)).toBe(once);
});
