import { type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { applianceOf, isManagedPackage } from '../../../managed-application';
import { type JsonDocument, type PackageFacts, targetOf } from '../../../package-facts';
import type { Rule, Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';

export const managedResource: Rule<PackageFacts> = {
  id: 'app.package.managed-resource',
  severity: 'error',
  title: 'The main template of a managed application deploys it as one of the marketplace',
  rationale:
    'The marketplace finds the package of the publisher by this resource; without it the deployment has nothing to deploy.',
  policy: '300.4',
  message: {
    en: '{member} of the appliance resource is {actual} instead of {expected}.',
    es: '{member} del recurso appliance es {actual} en lugar de {expected}.',
    ru: 'Значение {member} ресурса appliance — {actual}, а должно быть {expected}.',
    zh: 'appliance 资源的 {member} 为 {actual}，应为 {expected}。',
  },
  fix: {
    en: 'Set {member} of the Microsoft.Solutions/appliances resource to {expected}.',
    es: 'Ponga {member} del recurso Microsoft.Solutions/appliances a {expected}.',
    ru: 'Задайте для {member} ресурса Microsoft.Solutions/appliances значение {expected}.',
    zh: '请将 Microsoft.Solutions/appliances 资源的 {member} 设为 {expected}。',
  },
  judges: (facts) => isManagedPackage(facts) && facts.mainTemplate !== null,
  check: ({ mainTemplate }) => {
    if (mainTemplate === null) return [];
    const appliance = applianceOf(mainTemplate);
    if (appliance === undefined)
      return [
        {
          params: { member: 'type' },
          expected: 'Microsoft.Solutions/appliances',
          actual: '-',
          target: targetOf(mainTemplate, mainTemplate.root),
        },
      ];
    return requirements.flatMap((each) => unmet(each, appliance, mainTemplate));
  },
};

type Requirement = {
  readonly path: readonly string[];
  readonly expected: string;
  readonly isMet: (text: string) => boolean;
};

const requirements: readonly Requirement[] = [
  { path: ['kind'], expected: 'Marketplace', isMet: (text) => text.toLowerCase() === 'marketplace' },
  {
    path: ['properties', 'managedResourceGroupId'],
    expected: '/subscriptions/…/resourceGroups/…',
    isMet: (text) => text !== '',
  },
  {
    path: ['properties', 'publisherPackageId'],
    expected: '<publisher>.<offer>-preview<sku>.<version>',
    isMet: (text) => text.startsWith('[') || /^[^.]+\.[^.]+\.\d+\.\d+\.\d+$/.test(text),
  },
];

function unmet(
  { path, expected, isMet }: Requirement,
  appliance: JsonPlace,
  template: JsonDocument,
): readonly Violation[] {
  const place = placeAt(appliance, ...path);
  if (isMet(textOf(place?.node) ?? '')) return [];
  const at = place ?? placeOf(appliance, 'properties') ?? appliance;
  return [
    {
      params: { member: path.join('.') },
      expected,
      actual: shownValue(place),
      target: targetOf(template, at),
    },
  ];
}
