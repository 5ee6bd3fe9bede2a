import type { Text } from '../language';

/** One sentence beside a field of a plan, by the last part of its key. */
export const planFieldHelp: Readonly<Record<string, Text>> = {
  planId: {
    en: 'Lower-case letters, digits, - and _. It cannot be changed once the plan is live.',
    es: 'Minúsculas, dígitos, - y _. No se puede cambiar cuando el plan ya está publicado.',
    ru: 'Строчные латинские буквы, цифры, - и _. После запуска плана изменить нельзя.',
    zh: '小写字母、数字、- 和 _。计划推出后无法更改。',
  },
  skuSummary: {
    en: 'Helps customers choose among your plans.',
    es: 'Ayuda a los clientes a elegir entre sus planes.',
    ru: 'Помогает клиентам выбрать среди ваших планов.',
    zh: '帮助客户在各计划之间进行选择。',
  },
  skuDescription: {
    en: 'Simple HTML: paragraphs, headings, lists, bold, italics and links.',
    es: 'HTML sencillo: párrafos, títulos, listas, negrita, cursiva y vínculos.',
    ru: 'Простой HTML: абзацы, заголовки, списки, полужирный, курсив и ссылки.',
    zh: '简单 HTML：段落、标题、列表、粗体、斜体和链接。',
  },
  hideSKUForSolutionTemplate: {
    en: 'For a plan that only other offers deploy.',
    es: 'Para un plan que solo despliegan otras ofertas.',
    ru: 'Для плана, который развёртывают только другие предложения.',
    zh: '用于仅由其他产品/服务部署的计划。',
  },
  regions: {
    en: 'Where it is sold: one two-letter code a line, e.g. US.',
    es: 'Dónde se vende: un código de dos letras por línea, p. ej. US.',
    ru: 'Где продаётся: по одному двухбуквенному коду в строке, например US.',
    zh: '销售地区：每行一个两字母代码，例如 US。',
  },
  manualEntries: {
    en: 'Only these may buy the plan. Leave it empty to sell to everybody.',
    es: 'Solo estos pueden comprar el plan. Déjelo vacío para vender a todos.',
    ru: 'Только они смогут купить план. Оставьте пустым, чтобы продавать всем.',
    zh: '仅这些对象可以购买该计划。留空则面向所有人销售。',
  },
  osType: {
    en: 'Required, e.g. Debian, unless “Operating system (Windows)” is filled in.',
    es: 'Obligatorio, p. ej. Debian, salvo que se rellene «Sistema operativo (Windows)».',
    ru: 'Обязательно, например Debian, если не заполнено поле «Операционная система (Windows)».',
    zh: '必填，例如 Debian；已填写“操作系统 (Windows)”时除外。',
  },
  operationSystem: {
    en: 'As customers read it, with its version: Debian 12.',
    es: 'Como lo leen los clientes, con su versión: Debian 12.',
    ru: 'Как увидят клиенты, с версией: Debian 12.',
    zh: '客户看到的名称和版本：Debian 12。',
  },
  recommendedVMSizes: {
    en: 'Up to six, one a line, e.g. d2s-standard-v3.',
    es: 'Hasta seis, uno por línea, p. ej. d2s-standard-v3.',
    ru: 'До шести, по одному в строке, например d2s-standard-v3.',
    zh: '最多六个，每行一个，例如 d2s-standard-v3。',
  },
  portRange: {
    en: 'One port or a range: 443 or 8000-8010.',
    es: 'Un puerto o un intervalo: 443 o 8000-8010.',
    ru: 'Один порт или диапазон: 443 или 8000-8010.',
    zh: '一个端口或范围：443 或 8000-8010。',
  },
  vmImages: {
    en: 'Up to eight versions, named X.Y.Z. Customers get the newest.',
    es: 'Hasta ocho versiones con nombre X.Y.Z. Los clientes reciben la más reciente.',
    ru: 'До восьми версий с именами X.Y.Z. Клиенты получают новейшую.',
    zh: '最多八个版本，命名为 X.Y.Z。客户获得最新版本。',
  },
  osVhdUrl: {
    en: 'The SAS URL of a fixed VHD. Upload the disk here and it is filled in.',
    es: 'La URL SAS de un VHD fijo. Cargue aquí el disco y se rellenará sola.',
    ru: 'URL-адрес SAS фиксированного VHD. Загрузите диск здесь, и адрес подставится.',
    zh: '固定 VHD 的 SAS URL。在此上传磁盘即可自动填入。',
  },
  lunVhdDetails: {
    en: 'In the order of their LUNs: 0, 1, 2.',
    es: 'En el orden de sus LUN: 0, 1, 2.',
    ru: 'В порядке их LUN: 0, 1, 2.',
    zh: '按 LUN 顺序：0、1、2。',
  },
  isByol: {
    en: 'Customers bring a licence they bought from you; the marketplace charges nothing for the software.',
    es: 'Los clientes traen una licencia que le compraron; Marketplace no cobra por el software.',
    ru: 'Клиент использует лицензию, купленную у вас; Marketplace не берёт плату за программу.',
    zh: '客户自带从您处购买的许可证；市场不收取软件费用。',
  },
  currency: {
    en: 'Three letters, e.g. USD.',
    es: 'Tres letras, p. ej. USD.',
    ru: 'Три буквы, например USD.',
    zh: '三个字母，例如 USD。',
  },
  single: {
    en: 'For each core and hour. Leave it empty when every machine size has a price of its own below.',
    es: 'Por núcleo y hora. Déjelo vacío si cada tamaño de máquina tiene su precio más abajo.',
    ru: 'За ядро в час. Оставьте пустым, если ниже задана цена каждого размера машины.',
    zh: '每核每小时价格。如果下面为每种计算机大小单独定价，请留空。',
  },
  individually: {
    en: 'Price an hour of each machine size. A size without a price is not sold.',
    es: 'Precio por hora de cada tamaño de máquina. Un tamaño sin precio no se vende.',
    ru: 'Цена часа работы машины каждого размера. Размер без цены не продаётся.',
    zh: '每种计算机大小的每小时价格。没有价格的大小不销售。',
  },
};
