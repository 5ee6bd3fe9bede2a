import type { Management } from '../offer/model';
import { command, quoted } from './shell';

type Named = { readonly name: string; readonly version: string };

/** Deploys a template into a resource group of the reader's own; the reader fills in the first line. */
export function deployTemplateCommand({ name, version }: Named, templateUrl: string): string {
  return [
    'RESOURCE_GROUP=my-resource-group',
    command(
      'az deployment group create',
      '--resource-group "$RESOURCE_GROUP"',
      `--name ${quoted(`${name}-${version}`.slice(0, longestName))}`,
      `--template-uri ${quoted(templateUrl)}`,
    ),
  ].join('\n');
}

/** The portal's "Custom deployment" with a form of one's own. */
export function portalLink(templateUrl: string, createUiUrl: string): string {
  const [template, createUi] = [templateUrl, createUiUrl].map(encodeURIComponent);
  return `https://portal.azure.com/#create/Microsoft.Template/uri/${template}/createUIDefinitionUri/${createUi}`;
}

export type Definition = Named & {
  readonly title: string;
  readonly summary: string;
  readonly packageUrl: string;
};

/** A managed application is deployed from its definition, which says what its publisher may do. */
export function defineCommand(definition: Definition, { authorizations }: Management): string {
  const rights = authorizations.map(({ principalId, role }) =>
    quoted(`${principalId}:${roleIds[role] ?? role}`),
  );
  return [
    'RESOURCE_GROUP=my-resource-group',
    'LOCATION=westeurope',
    command(
      'az managedapp definition create',
      '--resource-group "$RESOURCE_GROUP"',
      '--location "$LOCATION"',
      `--name ${quoted(definition.name.slice(0, longestName))}`,
      `--display-name ${quoted(definition.title)}`,
      `--description ${quoted(definition.summary)}`,
      '--lock-level ReadOnly',
      ...(rights.length === 0 ? [] : [`--authorizations ${rights.join(' ')}`]),
      `--package-file-uri ${quoted(definition.packageUrl)}`,
    ),
  ].join('\n');
}

/** Of deployments and definitions alike. */
const longestName = 64;

/** Azure's built-in roles have the same id everywhere. */
const roleIds: Readonly<Record<string, string>> = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
};
