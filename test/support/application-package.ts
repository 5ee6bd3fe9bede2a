import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from './zip';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

/** The main template of an Azure application in which no rule finds anything. */
export const mainTemplate = {
  $schema: schema,
  contentVersion: '1.0.0.0',
  parameters: { location: { type: 'string', defaultValue: '[resourceGroup().location]' } },
  resources: [
    {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'pid-11111111-2222-4333-8444-555555555555',
      properties: {
        mode: 'Incremental',
        template: { $schema: schema, contentVersion: '1.0.0.0', resources: [] },
      },
    },
  ],
  outputs: { location: { type: 'string', value: "[parameters('location')]" } },
};

/** The form beside it. */
export const createUiDefinition = {
  $schema: 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',
  handler: 'Microsoft.Azure.CreateUIDef',
  version: '0.1.2-preview',
  parameters: { basics: [], steps: [], outputs: { location: '[location()]' } },
};

/** Both, by name, as they are written to files. */
export const application = {
  'mainTemplate.json': mainTemplate,
  'createUiDefinition.json': createUiDefinition,
};

/** The application as `app/` and as `app.zip`. */
export function writeApplication(
  folder: string,
  files: Readonly<Record<string, object>> = application,
): void {
  const written = Object.entries(files).map(([name, content]) => ({
    name,
    content: JSON.stringify(content, null, 2),
  }));
  mkdirSync(join(folder, 'app'));
  for (const { name, content } of written) writeFileSync(join(folder, 'app', name), content);
  writeFileSync(join(folder, 'app.zip'), zipOf(written));
}
