import { handmadeId } from '../../../../arm-template/handmade-id';
import { isBelow } from '../../../../arm-template/below';
import { saidByResources, type TemplateValue } from '../../../../arm-template/template';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateIds = templateRule({
  id: 'app.template.ids',
  aliases: ['IDs-Should-Be-Derived-From-ResourceIDs'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Resource ids are made by the functions for them',
  rationale:
    'An id written down or put together is that of one subscription, or breaks when a type or scope changes; the functions always make the right one.',
  message: {
    en: 'The resource id {name} is written by hand: {actual}.',
    es: 'El id de recurso {name} está escrito a mano: {actual}.',
    ru: 'Идентификатор ресурса {name} составлен вручную: {actual}.',
    zh: '资源 ID {name} 是手工书写的：{actual}。',
  },
  fix: {
    en: 'Use resourceId(), subscriptionResourceId(), tenantResourceId() or extensionResourceId(), or take the id from a parameter or reference().',
    es: 'Use resourceId(), subscriptionResourceId(), tenantResourceId() o extensionResourceId(), o tome el id de un parámetro o de reference().',
    ru: 'Используйте resourceId(), subscriptionResourceId(), tenantResourceId() или extensionResourceId() либо берите идентификатор из параметра или reference().',
    zh: '请使用 resourceId()、subscriptionResourceId()、tenantResourceId() 或 extensionResourceId()，或从参数或 reference() 获取。',
  },
  check: (template) => {
    if (template.isBicepOutput) return [];
    const names = [...template.named.keys()].filter((name) => name.endsWith('id') && !otherIds.has(name));
    return saidByResources(template, ...names)
      .filter((value) => isNamedAsId(value) && handmadeId(value, template) && !isNoResourceId(value))
      .map((value) => {
        const facts = { params: { name: String(value.key) }, actual: shownValue(value) };
        return violationAt(template, value, facts);
      });
  },
});

/** `id`, `subnetId`, `workspaceResourceID`; not `grid`, `valid` or `guid`. */
function isNamedAsId({ name, key }: TemplateValue): boolean {
  return typeof key === 'string' && (name === 'id' || /[a-z0-9](?:Id|ID)$/.test(key));
}

function isNoResourceId(value: TemplateValue): boolean {
  const { name, parent, resource } = value;
  if (isBelow(value, 'tags', 'metadata')) return true;
  const type = resource?.type ?? '';
  if (typesWithOwnIds.some((own) => type === own || type.startsWith(`${own}/`))) return true;
  return name === 'id' && ownersOfOtherIds.includes(String(parent?.key).toLowerCase());
}

/** Ids of people, applications, keys, editions and the like, wherever they stand, in lower case. */
const otherIds: ReadonlySet<string> = new Set([
  'appid',
  'applicationid',
  'billingid',
  'clientid',
  'connectorid',
  'contentid',
  'contentproductid',
  'correlationid',
  'datatypeid',
  'defaultmenuitemid',
  'definitionid',
  'deviceid',
  'displayid',
  'environmentid',
  'externalid',
  'featureid',
  'firstpartyid',
  'groupid',
  'instrumentationkeyid',
  'itemid',
  'keyid',
  'keyvaultcertificateid',
  'keyvaultkeyid',
  'keyvaultsecretid',
  'locationid',
  'managedbytenantid',
  'menuid',
  'metricid',
  'objectid',
  'offerid',
  'operationid',
  'ownerid',
  'parentcontentid',
  'partitionid',
  'partnerid',
  'planid',
  'policydefinitionreferenceid',
  'principalid',
  'productid',
  'providerid',
  'publisherid',
  'queryid',
  'regionid',
  'requestid',
  'ruleid',
  'secretid',
  'serviceprincipalclientid',
  'skuid',
  'startingdeviceid',
  'subscriptionid',
  'syntheticmonitorid',
  'targetprotectioncontainerid',
  'targetworkersizeid',
  'templateid',
  'tenantid',
  'timezoneid',
  'uniqueid',
  'userid',
  'vlanid',
  'workersizeid',
  'zoneid',
]);

/** What these resources call ids are names inside them. */
const typesWithOwnIds: readonly string[] = [
  'microsoft.alertsmanagement/smartdetectoralertrules',
  'microsoft.apimanagement/service/backends',
  'microsoft.documentdb/databaseaccounts',
  'microsoft.insights/webtests',
  'microsoft.insights/workbooks',
  'microsoft.insights/workbooktemplates',
  'microsoft.logic/workflows',
  'microsoft.portal/dashboards',
];

const ownersOfOtherIds: readonly string[] = ['detector'];
