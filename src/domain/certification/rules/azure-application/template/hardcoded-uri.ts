import { textOf } from '../../../../json/read-json';
import { isBelow } from '../../../../arm-template/below';
import type { TemplateValue } from '../../../../arm-template/template';
import { templateRule, violationAt } from '../../../template-rule';

/** Endpoints that have another name in every Azure cloud; `environment()` knows them. */
const endpoints: readonly string[] = [
  'api.loganalytics.io',
  'api.loganalytics.us',
  'asazure.windows.net',
  'azuredatalakeanalytics.net',
  'azuredatalakestore.net',
  'batch.azure.com',
  'batch.core.windows.net',
  'core.chinacloudapi.cn',
  'core.cloudapi.de',
  'core.usgovcloudapi.net',
  'core.windows.net',
  'database.chinacloudapi.cn',
  'database.usgovcloudapi.net',
  'database.windows.net',
  'datalake.azure.net',
  'gallery.azure.com',
  'graph.chinacloudapi.cn',
  'graph.windows.net',
  'login.chinacloudapi.cn',
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'management.azure.com',
  'management.chinacloudapi.cn',
  'management.core.windows.net',
  'management.usgovcloudapi.net',
  'trafficmanager.net',
  'vault.azure.cn',
  'vault.azure.net',
  'vault.usgovcloudapi.net',
];

/** Published once for all clouds, so there is nothing to look up. */
const sameEverywhere: readonly string[] = [
  'schema.management.azure.com',
  'devopsgallerystorage.blob.core.windows.net',
];

export const templateHardcodedUri = templateRule({
  id: 'app.template.hardcoded-uri',
  aliases: ['DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri'],
  severity: 'error',
  title: 'Endpoints of Azure are asked for, not written down',
  rationale:
    'Azure has several clouds with other host names. A template with the host names of one of them fails for customers of the others.',
  message: {
    en: 'The Azure endpoint {host} is written into the template.',
    es: 'El punto de conexión de Azure {host} está escrito en la plantilla.',
    ru: 'Конечная точка Azure {host} записана прямо в шаблоне.',
    zh: '模板中写死了 Azure 终结点 {host}。',
  },
  fix: {
    en: 'Take the host from the environment() or reference() function.',
    es: 'Obtenga el host con la función environment() o reference().',
    ru: 'Берите адрес из функции environment() или reference().',
    zh: '请通过 environment() 或 reference() 函数获取该主机名。',
  },
  check: (template) =>
    [template.evaluated, template.written].flatMap((values) =>
      values
        .filter(({ node }) => node.kind === 'text' && node.value.includes('.') && mayBeHost.test(node.value))
        .flatMap((value) => {
          const host = isDescription(value) ? undefined : endpointIn(textOf(value.node) ?? '');
          return host === undefined ? [] : [violationAt(template, value, { params: { host } })];
        }),
    ),
});

/** Most texts name no host at all. */
const mayBeHost = /\.(?:net|com|io|us|cn|de)(?![\w-])/i;
const hostPattern = /[\w-]+(?:\.[\w-]+)+/g;

function endpointIn(text: string): string | undefined {
  const hosts = (text.match(hostPattern) ?? []).map((host) => host.toLowerCase());
  return hosts
    .filter((host) => !sameEverywhere.includes(host))
    .find((host) => endpoints.some((endpoint) => host === endpoint || host.endsWith(`.${endpoint}`)));
}

/** Parameters are the customer's to change, and nobody calls what a description names. */
function isDescription(value: TemplateValue): boolean {
  const { section, name } = value;
  if (section === 'parameters' || section === 'metadata') return true;
  return name === '$schema' || name === 'comments' || isBelow(value, 'metadata');
}
