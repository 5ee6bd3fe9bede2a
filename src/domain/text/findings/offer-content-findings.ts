import type { FindingTexts } from './finding-text';
import type { Text } from '../language';

const correctIt: Text = {
  en: 'Correct it in the Editor and publish again.',
  es: 'Corríjalo en el Editor y publique de nuevo.',
  ru: 'Исправьте это в редакторе и опубликуйте снова.',
  zh: '请在编辑器中更正，然后重新发布。',
};

/** Plans, disks and prices. */
export const offerContentFindings: FindingTexts = {
  'offer.consulting-title': {
    message: {
      en: 'The title does not say how long the engagement takes and what it is: it ends with "{expected}".',
      es: 'El título no dice cuánto dura el servicio ni qué es: termina con «{expected}».',
      ru: 'Название не говорит, сколько длится услуга и что это: оно заканчивается на «{expected}».',
      zh: '标题未说明服务的时长和类型：应以“{expected}”结尾。',
    },
    fix: {
      en: 'Write the title as "Name{expected}", or correct kind and duration.',
      es: 'Escriba el título como «Nombre{expected}» o corrija el tipo y la duración.',
      ru: 'Напишите название как «Имя{expected}» или исправьте вид и длительность.',
      zh: '请将标题写为“名称{expected}”，或更正类型和时长。',
    },
  },
  'offer.type-unknown': {
    message: {
      en: 'Offers of this type are not published here. Known: {expected}.',
      es: 'Las ofertas de este tipo no se publican aquí. Conocidos: {expected}.',
      ru: 'Предложения этого типа здесь не публикуются. Известны: {expected}.',
      zh: '此处不发布该类型的产品/服务。已知类型：{expected}。',
    },
    fix: correctIt,
  },
  'offer.too-deep': {
    message: {
      en: 'The offer document is nested too deeply to be read.',
      es: 'El documento de la oferta está anidado a demasiada profundidad para leerlo.',
      ru: 'Документ предложения имеет слишком глубокую вложенность.',
      zh: '产品/服务文档嵌套过深，无法读取。',
    },
    fix: {
      en: 'Save the offer again from the Editor, or rebuild the document.',
      es: 'Guarde la oferta de nuevo desde el Editor o rehaga el documento.',
      ru: 'Сохраните предложение заново в редакторе или пересоздайте документ.',
      zh: '请从编辑器重新保存产品/服务，或重新生成文档。',
    },
  },
  'offer.html-not-simple': {
    message: {
      en: '"{field}" uses tags that the product page leaves out: {tags}.',
      es: '«{field}» usa etiquetas que la página del producto omite: {tags}.',
      ru: 'В поле «{field}» есть теги, которые не попадут на страницу продукта: {tags}.',
      zh: '“{field}”使用了产品页面会忽略的标记：{tags}。',
    },
    fix: {
      en: 'Use simple HTML: paragraphs, lists, headings, bold, italics and links.',
      es: 'Use HTML sencillo: párrafos, listas, títulos, negrita, cursiva y enlaces.',
      ru: 'Используйте простой HTML: абзацы, списки, заголовки, полужирный шрифт, курсив и ссылки.',
      zh: '请使用简单的 HTML：段落、列表、标题、粗体、斜体和链接。',
    },
  },
  'offer.plan-id-repeated': {
    message: {
      en: 'The plan id "{plan}" is used more than once.',
      es: 'El id. de plan «{plan}» se usa más de una vez.',
      ru: 'Идентификатор плана «{plan}» используется несколько раз.',
      zh: '计划 ID“{plan}”使用了多次。',
    },
    fix: correctIt,
  },
  'offer.port-range-invalid': {
    message: {
      en: 'An open port must look like 80 or 80-150, up to 65535.',
      es: 'Un puerto abierto debe tener la forma 80 u 80-150, hasta 65535.',
      ru: 'Открытый порт указывается как 80 или 80-150, не более 65535.',
      zh: '开放端口的格式必须为 80 或 80-150，不超过 65535。',
    },
    fix: correctIt,
  },
  'offer.country-invalid': {
    message: {
      en: '"{actual}" is no country code of two capital letters, such as {expected}.',
      es: '«{actual}» no es un código de país de dos mayúsculas, como {expected}.',
      ru: '«{actual}» не является кодом страны из двух заглавных букв, например {expected}.',
      zh: '“{actual}”不是由两个大写字母组成的国家/地区代码，例如 {expected}。',
    },
    fix: correctIt,
  },
  'offer.image-missing': {
    message: {
      en: 'The plan "{plan}" has no image version.',
      es: 'El plan «{plan}» no tiene ninguna versión de imagen.',
      ru: 'В плане «{plan}» нет ни одной версии образа.',
      zh: '计划“{plan}”没有映像版本。',
    },
    fix: {
      en: 'Add a version with the SAS URL of its OS disk.',
      es: 'Añada una versión con la URL SAS de su disco de sistema operativo.',
      ru: 'Добавьте версию с URL-адресом SAS её системного диска.',
      zh: '请添加一个版本，并提供其操作系统磁盘的 SAS URL。',
    },
  },
  'offer.image-versions-too-many': {
    message: {
      en: 'The plan "{plan}" has {count} image versions; at most {limit} are kept.',
      es: 'El plan «{plan}» tiene {count} versiones de imagen; se conservan como máximo {limit}.',
      ru: 'В плане «{plan}» версий образа: {count}; хранится не более {limit}.',
      zh: '计划“{plan}”有 {count} 个映像版本；最多保留 {limit} 个。',
    },
    fix: {
      en: 'Remove the oldest versions.',
      es: 'Quite las versiones más antiguas.',
      ru: 'Удалите самые старые версии.',
      zh: '请删除最旧的版本。',
    },
  },
  'offer.image-version-invalid': {
    message: {
      en: 'The image version "{version}" is not of the form X.Y.Z with whole numbers.',
      es: 'La versión de imagen «{version}» no tiene la forma X.Y.Z con números enteros.',
      ru: 'Версия образа «{version}» записана не в виде X.Y.Z с целыми числами.',
      zh: '映像版本“{version}”不是由整数组成的 X.Y.Z 格式。',
    },
    fix: {
      en: 'Name the version like 1.0.0.',
      es: 'Nombre la versión como 1.0.0.',
      ru: 'Назовите версию по образцу 1.0.0.',
      zh: '请将版本命名为类似 1.0.0 的格式。',
    },
  },
  'offer.lun-invalid': {
    message: {
      en: 'The LUN of a data disk must be a number from 0 to 15.',
      es: 'El LUN de un disco de datos debe ser un número de 0 a 15.',
      ru: 'LUN диска данных должен быть числом от 0 до 15.',
      zh: '数据磁盘的 LUN 必须是 0 到 15 之间的数字。',
    },
    fix: correctIt,
  },
  'offer.lun-out-of-order': {
    message: {
      en: 'The LUNs of data disks must run 0, 1, 2, ... without gaps: here {expected} is due, not {actual}.',
      es: 'Los LUN de los discos de datos deben ir 0, 1, 2, ... sin huecos: aquí toca {expected}, no {actual}.',
      ru: 'LUN дисков данных должны идти 0, 1, 2, ... без пропусков: здесь ожидается {expected}, а не {actual}.',
      zh: '数据磁盘的 LUN 必须按 0、1、2…… 连续排列：此处应为 {expected}，而不是 {actual}。',
    },
    fix: {
      en: 'Number the data disks from 0 in their order.',
      es: 'Numere los discos de datos desde 0 en su orden.',
      ru: 'Пронумеруйте диски данных по порядку, начиная с 0.',
      zh: '请从 0 开始按顺序为数据磁盘编号。',
    },
  },
  'offer.price-missing': {
    message: {
      en: 'The plan has no price and is not "bring your own licence".',
      es: 'El plan no tiene precio y no es «traiga su propia licencia».',
      ru: 'У плана нет цены, и он не относится к типу «своя лицензия».',
      zh: '该计划没有价格，也不是“自带许可证”。',
    },
    fix: {
      en: 'Give one price a core, a price for each machine size, or prices of countries where the plan is sold.',
      es: 'Indique un precio por núcleo, un precio para cada tamaño de máquina o precios de países donde se vende el plan.',
      ru: 'Укажите цену за ядро, цену для каждого размера машины или цены для стран, где план продаётся.',
      zh: '请提供每核价格、每种计算机大小的价格，或该计划销售所在国家/地区的价格。',
    },
  },
  'offer.price-sheet-unread': {
    message: {
      en: 'The prices of this plan stand in a price sheet, which is not read: they would go live unchecked.',
      es: 'Los precios de este plan están en una hoja de precios, que no se lee: se publicarían sin comprobar.',
      ru: 'Цены этого плана указаны в таблице цен, которая не читается: они были бы опубликованы без проверки.',
      zh: '此计划的价格位于价格表中，而价格表不会被读取：这些价格将未经检查就推出。',
    },
    fix: {
      en: 'Write its prices into "regionPrices", one entry a country, and take "spreadSheetPricing" out. A country has: {expected}.',
      es: 'Escriba sus precios en «regionPrices», una entrada por país, y quite «spreadSheetPricing». Un país tiene: {expected}.',
      ru: 'Внесите цены в «regionPrices», по записи на страну, и уберите «spreadSheetPricing». У страны указаны: {expected}.',
      zh: '请将其价格写入“regionPrices”（每个国家/地区一项），并移除“spreadSheetPricing”。每个国家/地区包含：{expected}。',
    },
  },
  'offer.audience-file-unread': {
    message: {
      en: 'The private audience of this plan stands in a file, which is not read: whom the plan is for stays unknown.',
      es: 'La audiencia privada de este plan está en un archivo, que no se lee: no se sabe para quién es el plan.',
      ru: 'Закрытая аудитория этого плана указана в файле, который не читается: для кого этот план, остаётся неизвестным.',
      zh: '此计划的专用受众位于文件中，而该文件不会被读取：无从得知此计划面向谁。',
    },
    fix: {
      en: 'Enter its customers into "manualEntries" and take "uploadedCsvUri" out.',
      es: 'Introduzca sus clientes en «manualEntries» y quite «uploadedCsvUri».',
      ru: 'Внесите клиентов в «manualEntries» и уберите «uploadedCsvUri».',
      zh: '请将其客户填入“manualEntries”，并移除“uploadedCsvUri”。',
    },
  },
  'offer.region-price-unread': {
    message: {
      en: 'The price of the plan in {country} cannot be read: it would go live unchecked.',
      es: 'El precio del plan en {country} no se puede leer: se publicaría sin comprobar.',
      ru: 'Цену плана в {country} нельзя прочесть: она была бы опубликована без проверки.',
      zh: '无法读取该计划在 {country} 的价格：该价格将未经检查就推出。',
    },
    fix: {
      en: 'Write one price, or prices of machine sizes, with its currency, under two capital letters for the country: {expected}.',
      es: 'Escriba un precio, o precios por tamaño de máquina, con su moneda, bajo las dos mayúsculas del país: {expected}.',
      ru: 'Запишите одну цену или цены по размерам машин с валютой, под двумя заглавными буквами страны: {expected}.',
      zh: '请写明一个价格或各计算机大小的价格及其货币，并以两个大写字母的国家/地区代码为键：{expected}。',
    },
  },
  'offer.price-ambiguous': {
    message: {
      en: 'The plan has both one price a core and prices of machine sizes.',
      es: 'El plan tiene a la vez un precio por núcleo y precios por tamaño de máquina.',
      ru: 'У плана есть и цена за ядро, и цены по размерам машин.',
      zh: '该计划同时具有每核价格和按计算机大小的价格。',
    },
    fix: {
      en: 'Keep one of the two.',
      es: 'Deje uno de los dos.',
      ru: 'Оставьте что-то одно.',
      zh: '请只保留其中一种。',
    },
  },
  'offer.core-bucket-unknown': {
    message: {
      en: 'There is no machine size "{actual}" to put a price on.',
      es: 'No existe el tamaño de máquina «{actual}» al que poner precio.',
      ru: 'Нет размера машины «{actual}», которому можно назначить цену.',
      zh: '不存在可定价的计算机大小“{actual}”。',
    },
    fix: correctIt,
  },
  'offer.currency-invalid': {
    message: {
      en: 'The currency must be a code of three capital letters, such as {expected}.',
      es: 'La moneda debe ser un código de tres mayúsculas, como {expected}.',
      ru: 'Валюта указывается кодом из трёх заглавных букв, например {expected}.',
      zh: '货币必须是三个大写字母的代码，例如 {expected}。',
    },
    fix: correctIt,
  },
};
