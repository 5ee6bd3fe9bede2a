import { deployment, template } from './template-facts';

/** Keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** A template with something of everything that the rules look at. */
export const richTemplate: unknown = template({
  metadata: { _generator: { name: 'other' } },
  parameters: {
    location: { type: 'string', defaultValue: '[resourceGroup().location]' },
    pw: { type: 'securestring', defaultValue: '[newGuid()]' },
    count: { type: 'int', minValue: 1, maxValue: 3 },
    _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
    _artifactsLocationSasToken: { type: 'securestring', defaultValue: '' },
  },
  functions: [
    {
      namespace: 'my',
      members: { f: { parameters: [{ name: 'a' }], output: { value: "[parameters('a')]" } } },
    },
  ],
  variables: {
    copy: [{ name: 'disks', count: 2, input: { lun: "[copyIndex('disks')]" } }],
    a: { b: ["[variables('c')]", { vmSize: "[parameters('pw')]" }] },
    c: "[concat('x', variables('a').b[0], '''')]",
    image: { offer: 'x', version: '1' },
  },
  resources: [
    {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: "[providers('a', 'b').apiVersions[0]]",
      location: "[parameters('location')]",
      dependsOn: ["[if(f(), 'a', resourceId('a.b/c', 'd'))]"],
      tags: { id: '' },
      properties: {
        hardwareProfile: "[variables('a').b[1]]",
        osProfile: { adminUsername: "[variables('c')]", adminPassword: "[parameters('pw')]" },
        storageProfile: { imageReference: "[variables('image')]" },
        settings: { fileUris: ["[concat('a', 'b')]"], commandToExecute: "[listKeys('x', '1').k]" },
        subnetId: "[variables('a').b[0]]",
      },
      resources: [
        { type: 'extensions', properties: { type: 'ManagedIdentityExtensionForLinux', publisher: 'x' } },
      ],
    },
    deployment(
      { parameters: { p: { type: 'int' } }, outputs: { o: { value: "[parameters('p')]" } } },
      {
        debugSetting: { detailLevel: 'none' },
        parameters: { p: { value: "[parameters('count')]" } },
        expressionEvaluationOptions: { scope: 'outer' },
      },
    ),
    {
      type: 'Microsoft.Resources/deployments',
      properties: { templateLink: { uri: "[uri('a', 'nested/b.json?x')]" } },
    },
  ],
  outputs: { password: { type: 'string', value: "[reference('x').y]" } },
});

/** Of every value, the whole first. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

/** The same with another value at a path. */
export function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (String(at) === String(key) ? replaced(each, rest, by) : each));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, each]) => [name, name === key ? replaced(each, rest, by) : each]),
  );
}
