import { deploymentsOf, isLinked } from './linked-file';
import type { Template } from './template';

/**
 * Whether people deploy this template itself. Two names say so; under any other it is one when it deploys templates and
 * none deploys it.
 */
export function isMain(template: Template, all: readonly Template[]): boolean {
  if (template.host !== null) return false;
  const name = template.document.path.toLowerCase().replace(/^.*\//, '');
  return mainNames.includes(name) || (deploymentsOf(template).length > 0 && !isLinked(template, all));
}

const mainNames = ['maintemplate.json', 'azuredeploy.json', 'prereq.azuredeploy.json'];
