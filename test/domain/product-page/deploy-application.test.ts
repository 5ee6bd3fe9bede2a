import { applicationOptions } from '../../../src/domain/product-page/deploy-application';
import type { ApplicationPlan, PackagedFile } from '../../../src/domain/product-page/product-page';
import { manifestOf } from '../../../src/domain/product-page/manifest-of';
import { callsOf } from '../../support/shell-calls';
import { productPage } from '../../support/signed-package';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const plan: ApplicationPlan = {
  planId: 'standard',
  kind: 'managedApplication',
  title: 'Standard',
  summary: 'For everybody',
  descriptionHtml: '',
  versions: [
    { version: '1.0.0', digest: first },
    {
      version: '1.1.0',
      digest: second,
      management: {
        tenantId: 't',
        authorizations: [
          { principalId: 'p1', role: 'Owner' },
          { principalId: 'p2', role: 'Contributor' },
        ],
        jitAccess: true,
        deploymentMode: 'Complete',
      },
    },
  ],
};
const page = productPage({ title: "Ann's site; rm -rf", plans: [plan] });
const file = (path: string): PackagedFile => ({ path, bytes: 7, digest: 'c'.repeat(64) });
const files = ['createUiDefinition.json', 'mainTemplate.json', 'nested/a.json'].map(file);
const manifest = (content = files) =>
  manifestOf(page, 'd'.repeat(64), {
    regions: [],
    artefacts: [first, second].map((digest) => ({ digest, bytes: 100, reportId: 'r', files: content })),
    images: [],
  });
const urlOf = (digest: string, path: string): string => `https://offers.example/${digest[0]}/it's/${path}`;

describe('application options', () => {
  it('are one per plan and version, newest first, with the files a deployment begins with', () => {
    const options = applicationOptions(page, manifest(), urlOf);

    expect(options).toMatchObject([
      {
        version: '1.1.0',
        digest: second,
        bytes: 100,
        packageUrl: urlOf(second, ''),
        template: { path: 'mainTemplate.json', url: urlOf(second, 'mainTemplate.json') },
        createUi: { path: 'createUiDefinition.json', url: urlOf(second, 'createUiDefinition.json') },
      },
      { version: '1.0.0', digest: first },
    ]);
    expect(options[1]).not.toHaveProperty('define');
  });

  it('are none for a package without a template', () => {
    expect(applicationOptions(page, manifest([file('other.json')]), urlOf)).toEqual([]);
  });

  it('come with commands that hand each address and text over whole, whatever stands in it', () => {
    const [option] = applicationOptions(page, manifest(), urlOf);

    expect(callsOf(option?.deploy ?? '').map((words) => words.join(' | '))).toEqual([
      [
        'az | deployment | group | create | --resource-group | my-resource-group',
        `--name | linux-vm-standard-1.1.0 | --template-uri | ${urlOf(second, 'mainTemplate.json')}`,
      ].join(' | '),
    ]);
    expect(callsOf(option?.define ?? '').map((words) => words.join(' | '))).toEqual([
      [
        'az | managedapp | definition | create | --resource-group | my-resource-group',
        '--location | westeurope | --name | linux-vm-standard',
        "--display-name | Ann's site; rm -rf | --description | A small Linux | --lock-level | ReadOnly",
        '--authorizations | p1:8e3af657-a8ff-443c-a75c-2fe8c4bcb635 | p2:b24988ac-6180-42a0-ab88-20f7382dd24c',
        `--package-file-uri | ${urlOf(second, '')}`,
      ].join(' | '),
    ]);
  });

  it('open the portal with both addresses, each escaped as one part of the link', () => {
    const [option] = applicationOptions(page, manifest(), urlOf);

    const parts = (option?.portal ?? '').split('/').slice(-3).map(decodeURIComponent);

    expect(parts).toEqual([
      urlOf(second, 'mainTemplate.json'),
      'createUIDefinitionUri',
      urlOf(second, 'createUiDefinition.json'),
    ]);
  });
});
