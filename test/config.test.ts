import { generateKeyPairSync } from 'node:crypto';
import { ConfigError, readConfig } from '../src/config';
import { newSigningKey } from './support/signing-key';

const account = (name: string) => ({
  name,
  url: `http://localhost/${name}`,
  credential: { accountName: name, accountKey: 'c2VjcmV0' },
});

const good = {
  DATABASE_URL: 'postgresql://u:p@localhost/offers',
  STAGING: JSON.stringify(account('staging')),
  REGIONS: JSON.stringify([account('westeurope'), account('eastus')]),
  SMTP_URL: 'smtp://localhost',
  PUBLIC_URL: 'http://localhost',
  SIGNING_KEY: newSigningKey(),
  SECRETS_KEY: Buffer.alloc(32).toString('base64'),
};

function faultsOf(change: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig({ ...good, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults;
  }
}

it('reads trusted origins, in the form addresses are compared with', () => {
  const config = readConfig({ ...good, TRUSTED_ORIGINS: 'http://127.0.0.1:10000  https://CRM.Example:443' });

  expect(config.TRUSTED_ORIGINS).toEqual(['http://127.0.0.1:10000', 'https://crm.example']);
});

it.each([
  '127.0.0.1:10000',
  'ftp://files.example',
  'http://',
  'http://a.example/',
  'http://a.example/path',
  'http://a.example?q',
  'http://u:p@a.example',
  'https://*.example',
  'http://a.example:port',
])('refuses %s as a trusted origin', (origin) => {
  expect(faultsOf({ TRUSTED_ORIGINS: `http://good.example ${origin}` })).toEqual([
    'TRUSTED_ORIGINS.1 must be scheme://host[:port] with http or https, and no path',
  ]);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed25519 = generateKeyPairSync('ed25519');

it.each([
  ['words', 'PRIVATE KEY'],
  ['a damaged key', good.SIGNING_KEY.replace(/\n[^-]+/, '\nAAAA\n')],
  ['an RSA key', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
  ['a public key', ed25519.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
])('refuses %s to sign with', (_what, key) => {
  expect(faultsOf({ SIGNING_KEY: key })).toEqual([
    'SIGNING_KEY must be an Ed25519 private key (PKCS 8, PEM)',
  ]);
});

it('refuses two regions of one name', () => {
  const twice = JSON.stringify([account('eastus'), account('westeurope'), account('eastus')]);

  expect(faultsOf({ REGIONS: twice })).toEqual(['REGIONS must name each region once']);
});

const at = (url: string, name = 'staging') => ({ ...account(name), url });

it.each(['http://localhost/eastus', 'http://LOCALHOST:80/eastus/', 'https://localhost/eastus'])(
  'refuses a storage account %s that a region has already',
  (url) => {
    const twice = JSON.stringify([account('eastus'), at(url, 'westeurope')]);

    expect(faultsOf({ REGIONS: twice })).toEqual([
      'REGIONS must give each region a storage account of its own: two have the same url',
    ]);
    expect(faultsOf({ STAGING: JSON.stringify(at(url)) })).toEqual([
      'STAGING must be another storage account than those of REGIONS: one of them has the same url',
    ]);
  },
);

it('takes accounts side by side on one host, and uploads in the account of staging', () => {
  const staging = account('staging');
  const regions = [at('http://localhost/eastus2', 'eastus2'), at('http://localhost:81/eastus2', 'eastus')];

  expect(faultsOf({ UPLOADS: JSON.stringify(staging), REGIONS: JSON.stringify(regions) })).toEqual([]);
});

it('names all faults at once, and repeats no value', () => {
  const faults = faultsOf({
    REGIONS: JSON.stringify([account('eastus'), account('eastus')]),
    SIGNING_KEY: 'hunter2',
    SECRETS_KEY: 'hunter2',
    OTHER_SECRETS_KEYS: `${Buffer.alloc(32).toString('base64')} hunter2`,
    TRUSTED_ORIGINS: 'hunter2',
  });

  expect(new Set(faults.map((fault) => fault.split(/[ .]/)[0]))).toEqual(
    new Set(['REGIONS', 'SIGNING_KEY', 'SECRETS_KEY', 'OTHER_SECRETS_KEYS', 'TRUSTED_ORIGINS']),
  );
  expect(faults.join()).not.toContain('hunter2');
});

it('reads what an identity provider’s tokens permit', () => {
  const rules = [
    { claim: 'groups', value: 'release', publisherId: 'contoso', role: 'Contributor' },
    { claim: 'kind', value: 'publisher', publisherClaim: 'tenant', role: 'Owner' },
    { claim: 'groups', value: 'desk', publisherId: null, role: 'Reviewer' },
  ];

  const config = readConfig({
    ...good,
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_AUDIENCE: 'offers',
    OIDC_ALGORITHMS: 'RS256 ES384',
    OIDC_RULES: JSON.stringify(rules),
  });

  expect(config).toMatchObject({
    OIDC_ACTOR_CLAIM: 'sub',
    OIDC_ALGORITHMS: 'RS256 ES384',
    OIDC_RULES: rules,
  });
});

it.each<[string, string]>([
  ['OIDC_ISSUER', 'https://login.example.com'],
  ['OIDC_ALGORITHMS', 'HS256'],
  ['OIDC_ALGORITHMS', 'none'],
  ['OIDC_ALGORITHMS', 'RS256 HS256'],
  ['OIDC_ALGORITHMS', ''],
  ['OIDC_RULES', '[{"claim":"groups","value":"x","role":"Owner"}]'],
  ['OIDC_RULES', '[{"claim":"groups","value":"x","role":"King","publisherId":"contoso"}]'],
  ['OIDC_RULES', '[{"claim":"groups","value":"x","role":"Owner","publisherId":"No Id"}]'],
  ['RATE_LIMIT', '0'],
  ['REMIND_SIGN_OFF_HOURS', '5'],
  ['REMIND_SIGN_OFF_HOURS', '313'],
  ['REMIND_ADDRESS_HOURS', '721'],
  ['REMIND_REVIEW_HOURS', '7.5'],
  ['REMIND_REVIEW_HOURS', 'never'],
  ['ESCALATE_REVIEW_HOURS', '0'],
  ['PROXIES', '-1'],
])('refuses %s=%s', (name, value) => {
  expect(faultsOf({ [name]: value })).toHaveLength(1);
});

it('reminds as usual unless it is told otherwise, and calls the operator as soon as an hour', () => {
  const delaysIn = (given: Readonly<Record<string, string>>) => {
    const config = readConfig({ ...good, ...given });
    const { REMIND_SIGN_OFF_HOURS, REMIND_ADDRESS_HOURS, REMIND_REVIEW_HOURS, ESCALATE_REVIEW_HOURS } =
      config;
    return [REMIND_SIGN_OFF_HOURS, REMIND_ADDRESS_HOURS, REMIND_REVIEW_HOURS, ESCALATE_REVIEW_HOURS];
  };

  const usual = delaysIn({});
  const set = delaysIn({
    REMIND_SIGN_OFF_HOURS: '24',
    REMIND_ADDRESS_HOURS: '48',
    REMIND_REVIEW_HOURS: '6',
    ESCALATE_REVIEW_HOURS: '1',
  });

  expect({ usual, set }).toEqual({ usual: [168, 168, 72, 480], set: [24, 48, 6, 1] });
});

it('takes If-Match for optional unless it is told otherwise, in words it knows', () => {
  const read = (given: Readonly<Record<string, string>>) =>
    readConfig({ ...good, ...given }).IF_MATCH_REQUIRED;

  expect([read({}), read({ IF_MATCH_REQUIRED: 'true' }), read({ IF_MATCH_REQUIRED: 'false' })]).toEqual([
    false,
    true,
    false,
  ]);
  expect(faultsOf({ IF_MATCH_REQUIRED: 'perhaps' })).toHaveLength(1);
});

const azureDevOps = {
  organizationUrl: 'https://dev.azure.com/contoso/',
  project: 'Reviews',
  personalAccessToken: 'a-token-nobody-may-read',
  states: { approve: 'Approved', requestChanges: 'Changes requested' },
  hookSecret: 'a-secret-of-service-hooks',
};

it('reads where Azure DevOps is and what its states mean', () => {
  const { AZURE_DEVOPS } = readConfig({
    ...good,
    REVIEW_BOARD: 'azure-devops',
    AZURE_DEVOPS: JSON.stringify(azureDevOps),
  });

  expect(AZURE_DEVOPS).toEqual({
    ...azureDevOps,
    organizationUrl: 'https://dev.azure.com/contoso',
    workItemType: 'Issue',
  });
});

it('needs to know where Azure DevOps is before reviewers can work there', () => {
  expect(faultsOf({ REVIEW_BOARD: 'azure-devops' })).toEqual([
    'AZURE_DEVOPS is needed with REVIEW_BOARD=azure-devops',
  ]);
});

it.each([
  ['a short secret of the hooks', { hookSecret: 'short' }, 'AZURE_DEVOPS.hookSecret'],
  [
    'one state for both answers',
    { states: { approve: 'Done', requestChanges: 'Done' } },
    'AZURE_DEVOPS.states',
  ],
  ['an address that is none', { organizationUrl: 'dev.azure.com/contoso' }, 'AZURE_DEVOPS.organizationUrl'],
  [
    'a user in the address',
    { organizationUrl: 'https://u:p@dev.azure.com/x' },
    'AZURE_DEVOPS.organizationUrl',
  ],
])('refuses %s, and repeats no secret', (_, change, named) => {
  const faults = faultsOf({ AZURE_DEVOPS: JSON.stringify({ ...azureDevOps, ...change }) });

  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(named);
  expect(faults[0]).not.toContain(azureDevOps.personalAccessToken);
});
