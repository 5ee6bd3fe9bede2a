import { callsBehind } from '../../../../arm-template/behind';
import { isCallOf } from '../../../../arm-template/expression/expression';
import { type Resource, saidByResources, type Template } from '../../../../arm-template/template';
import { type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateVmSize = templateRule({
  id: 'app.template.vm-size',
  aliases: ['VM-Size-Should-Be-A-Parameter'],
  severity: 'error',
  title: 'Customers choose the size of virtual machines',
  rationale:
    'Sizes differ in price and in the regions and subscriptions that have them; a size written down makes the offer unusable for some and wasteful for others.',
  message: {
    en: 'The size of this virtual machine is {actual} and comes from no parameter.',
    es: 'El tamaño de esta máquina virtual es {actual} y no viene de ningún parámetro.',
    ru: 'Размер этой виртуальной машины ({actual}) не задаётся параметром.',
    zh: '此虚拟机的大小为 {actual}，并非来自参数。',
  },
  fix: {
    en: 'Declare a parameter for the size and use it in hardwareProfile.vmSize.',
    es: 'Declare un parámetro para el tamaño y úselo en hardwareProfile.vmSize.',
    ru: 'Объявите параметр размера и используйте его в hardwareProfile.vmSize.',
    zh: '请为大小声明一个参数，并在 hardwareProfile.vmSize 中使用它。',
  },
  check: (template) => [
    ...saidByResources(template, 'vmsize')
      .filter(({ node }) => isScalar(node.kind))
      .flatMap((value) => sizeFaults(template, value)),
    ...template.resources.flatMap((resource) => profileFaults(template, resource)),
  ],
});

/** In the parameters of a deployment an object stands under this name. */
const isScalar = (kind: JsonPlace['node']['kind']): boolean => kind !== 'object' && kind !== 'array';

function sizeFaults(template: Template, place: JsonPlace): readonly Violation[] {
  const fromOutside = callsBehind(place, template).some((call) => isCallOf(call, 'parameters', 'reference'));
  return fromOutside ? [] : [violationAt(template, place, { actual: shownValue(place) })];
}

/** A profile from a variable is followed; one that is missing leaves the size to chance. */
function profileFaults(template: Template, resource: Resource): readonly Violation[] {
  if (resource.type !== 'microsoft.compute/virtualmachines' || resource.isExisting) return [];
  const properties = placeOf(resource.place, 'properties');
  if (properties?.node.kind !== 'object') return [];
  const profile = placeOf(properties, 'hardwareProfile');
  if (placeAt(profile, 'vmSize') !== undefined) return [];
  return sizeFaults(template, profile ?? properties);
}
