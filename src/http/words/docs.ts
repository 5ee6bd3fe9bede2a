import type { Text } from '../../domain/text/language';

export const docsWords = {
  rulesHelp: {
    en: 'Every check an offer goes through, at validation and at certification. A finding names its rule and links here.',
    es: 'Todas las comprobaciones de una oferta, en la validación y en la certificación. Cada resultado nombra su regla y enlaza aquí.',
    ru: 'Все проверки предложения при валидации и сертификации. Каждое замечание называет правило и ведёт сюда.',
    zh: '产品/服务在验证和认证时经过的所有检查。每个问题都会注明其规则并链接到此处。',
  },
  ruleExample: { en: 'Example', es: 'Ejemplo', ru: 'Пример', zh: '示例' },
  ruleLimits: {
    en: 'Where it does not look',
    es: 'Dónde no mira',
    ru: 'Чего не проверяет',
    zh: '不检查的范围',
  },
  leadsHelp: {
    en: 'While an offer is packaged, a test lead with made-up data is sent to its lead destination. Search for MSFT_TEST to find it. If the destination refuses it, the step fails and shows the answer.',
    es: 'Al empaquetar una oferta se envía a su destino un cliente potencial de prueba con datos ficticios. Búsquelo como MSFT_TEST. Si el destino lo rechaza, el paso falla y muestra la respuesta.',
    ru: 'При упаковке предложения в указанное место отправляется проверочная запись с вымышленными данными. Ищите MSFT_TEST. Если запись отклонена, этап завершается ошибкой с этим ответом.',
    zh: '打包产品/服务时，会向其潜在顾客目标发送一条虚构数据的测试记录。可搜索 MSFT_TEST 找到它。如果目标拒绝，该步骤失败并显示答复。',
  },
  leadsTable: {
    en: 'A row in an Azure table of yours, given by its connection string (leadDestination AzureTable or Table).',
    es: 'Una fila en una tabla de Azure suya, indicada por su cadena de conexión (leadDestination AzureTable o Table).',
    ru: 'Строка в вашей таблице Azure, заданной строкой подключения (leadDestination AzureTable или Table).',
    zh: '您的 Azure 表中的一行，由连接字符串指定（leadDestination 为 AzureTable 或 Table）。',
  },
  leadsEndpoint: {
    en: 'A JSON POST to an https address of yours; any 2xx answer accepts it.',
    es: 'Un POST JSON a una dirección https suya; cualquier respuesta 2xx lo acepta.',
    ru: 'JSON-запрос POST на ваш адрес https; любой ответ 2xx означает приём.',
    zh: '向您的 https 地址发送 JSON POST；任何 2xx 答复即为接受。',
  },
  leadsNone: {
    en: 'No leads are sent; the step says that it was skipped.',
    es: 'No se envían clientes potenciales; el paso indica que se ha omitido.',
    ru: 'Данные не отправляются; этап сообщает, что это пропущено.',
    zh: '不发送潜在顾客；该步骤会说明已跳过。',
  },
} satisfies Record<string, Text>;
