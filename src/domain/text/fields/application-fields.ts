import type { Text } from '../language';

/** Names of the fields of an Azure application's plan, by their label. */
export const applicationFieldLabels: Readonly<Record<string, Text>> = {
  skuType: { en: 'Kind of plan', es: 'Tipo de plan', ru: 'Вид плана', zh: '计划类型' },
  kind: { en: 'Kind of offer', es: 'Tipo de oferta', ru: 'Вид предложения', zh: '产品/服务类别' },
  usageAttributionId: {
    en: 'Usage attribution id',
    es: 'Id. de atribución de uso',
    ru: 'Идентификатор учёта использования',
    zh: '使用量归因 ID',
  },
  package: { en: 'Package versions', es: 'Versiones de paquete', ru: 'Версии пакета', zh: '包版本' },
  packageFile: {
    en: 'Package (zip) address',
    es: 'Dirección del paquete (zip)',
    ru: 'Адрес пакета (zip)',
    zh: '包 (zip) 的地址',
  },
  tenantId: {
    en: 'Your tenant id',
    es: 'Id. de su inquilino',
    ru: 'Идентификатор вашего клиента (tenant)',
    zh: '您的租户 ID',
  },
  authorizations: { en: 'Authorizations', es: 'Autorizaciones', ru: 'Полномочия', zh: '授权' },
  principalId: {
    en: 'Principal id',
    es: 'Id. de la entidad de seguridad',
    ru: 'Идентификатор субъекта',
    zh: '主体 ID',
  },
  role: { en: 'Role', es: 'Rol', ru: 'Роль', zh: '角色' },
  jitAccessEnabled: {
    en: 'Just-in-time access',
    es: 'Acceso Just-In-Time',
    ru: 'Доступ по требованию (JIT)',
    zh: '实时 (JIT) 访问',
  },
  CanEnableCustomerActions: {
    en: 'Customers may act in the managed resource group',
    es: 'Los clientes pueden actuar en el grupo de recursos administrado',
    ru: 'Клиенты могут действовать в управляемой группе ресурсов',
    zh: '客户可在托管资源组中操作',
  },
  AllowedCustomerActions: {
    en: 'Allowed actions of customers',
    es: 'Acciones permitidas a los clientes',
    ru: 'Разрешённые действия клиентов',
    zh: '允许客户执行的操作',
  },
  deploymentMode: {
    en: 'Deployment mode',
    es: 'Modo de implementación',
    ru: 'Режим развёртывания',
    zh: '部署模式',
  },
  notificationEndpoint: {
    en: 'Notification endpoint',
    es: 'Punto de conexión de notificaciones',
    ru: 'Адрес для уведомлений',
    zh: '通知终结点',
  },
  policies: { en: 'Policies', es: 'Directivas', ru: 'Политики', zh: '策略' },
  policyName: { en: 'Policy name', es: 'Nombre de la directiva', ru: 'Название политики', zh: '策略名称' },
  policySku: { en: 'Policy tier', es: 'Nivel de la directiva', ru: 'Уровень политики', zh: '策略层级' },
  policyParameters: {
    en: 'Policy parameters (JSON)',
    es: 'Parámetros de la directiva (JSON)',
    ru: 'Параметры политики (JSON)',
    zh: '策略参数 (JSON)',
  },
};

/** One sentence beside such a field. */
export const applicationFieldHelp: Readonly<Record<string, Text>> = {
  skuType: {
    en: 'A solution template belongs to the customer; a managed application you look after. It cannot be changed once the plan is live.',
    es: 'Una plantilla de solución es del cliente; de una aplicación administrada se ocupa usted. No se puede cambiar cuando el plan ya está publicado.',
    ru: 'Шаблон решения принадлежит клиенту, управляемое приложение обслуживаете вы. После запуска плана изменить нельзя.',
    zh: '解决方案模板归客户所有；托管应用程序由您维护。计划推出后无法更改。',
  },
  usageAttributionId: {
    en: 'The GUID after pid- in your template: it counts what your customers use.',
    es: 'El GUID que sigue a pid- en su plantilla: cuenta lo que usan sus clientes.',
    ru: 'GUID после pid- в вашем шаблоне: по нему считается, что используют ваши клиенты.',
    zh: '模板中 pid- 之后的 GUID：用于统计客户的使用量。',
  },
  package: {
    en: 'Named like 1.0.0. A new version must be greater than the live ones, which stay as they are.',
    es: 'Con nombre como 1.0.0. Una versión nueva debe ser mayor que las publicadas, que no cambian.',
    ru: 'С номером вида 1.0.0. Новая версия должна быть больше опубликованных, а те не меняются.',
    zh: '命名格式如 1.0.0。新版本必须大于已推出的版本，已推出的版本保持不变。',
  },
  packageFile: {
    en: 'A zip with mainTemplate.json and createUiDefinition.json in its root, at most 1 GiB: upload it, or give an https address.',
    es: 'Un zip con mainTemplate.json y createUiDefinition.json en la raíz, de 1 GiB como máximo: cárguelo o indique una dirección https.',
    ru: 'Zip-файл с mainTemplate.json и createUiDefinition.json в корне, не больше 1 ГиБ: загрузите его или укажите адрес https.',
    zh: '根目录中包含 mainTemplate.json 和 createUiDefinition.json 的 zip，不超过 1 GiB：请上传或填写 https 地址。',
  },
  tenantId: {
    en: 'Managed applications: the Microsoft Entra tenant that those authorized below are in.',
    es: 'Aplicaciones administradas: el inquilino de Microsoft Entra de los autorizados abajo.',
    ru: 'Для управляемых приложений: клиент Microsoft Entra, в котором состоят уполномоченные ниже.',
    zh: '托管应用程序：下列被授权者所在的 Microsoft Entra 租户。',
  },
  authorizations: {
    en: 'Managed applications: who of you may act in the managed resource group, at most 100.',
    es: 'Aplicaciones administradas: quién de ustedes puede actuar en el grupo de recursos administrado, 100 como máximo.',
    ru: 'Для управляемых приложений: кто из вас может действовать в управляемой группе ресурсов, не больше 100.',
    zh: '托管应用程序：贵方哪些人可在托管资源组中操作，最多 100 个。',
  },
  jitAccessEnabled: {
    en: 'You ask the customer for access each time, for a while.',
    es: 'Usted pide acceso al cliente cada vez, por un tiempo.',
    ru: 'Каждый раз вы запрашиваете у клиента доступ на время.',
    zh: '您每次都向客户申请限时访问。',
  },
  deploymentMode: {
    en: 'Complete removes what is in the managed resource group and not in the template.',
    es: 'Completo quita lo que está en el grupo de recursos administrado y no en la plantilla.',
    ru: 'В полном режиме из управляемой группы удаляется то, чего нет в шаблоне.',
    zh: '完整模式会移除托管资源组中存在但模板中没有的内容。',
  },
  notificationEndpoint: {
    en: 'An https address that Azure calls when a customer creates, changes or deletes the application.',
    es: 'Una dirección https a la que Azure llama cuando un cliente crea, cambia o elimina la aplicación.',
    ru: 'Адрес https, который Azure вызывает, когда клиент создаёт, меняет или удаляет приложение.',
    zh: '当客户创建、更改或删除应用程序时 Azure 会调用的 https 地址。',
  },
};
