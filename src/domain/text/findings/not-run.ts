import type { NotRunCode, NotRunReason } from '../../certification/test-result';
import { fillText, type Language, type Text } from '../language';

/**
 * Why a rule was not run, in a few words; of a report of an older release nobody knows. What is kept may be of a newer
 * release, too.
 */
export function notRunText(why: NotRunReason | undefined, language: Language): string {
  return fillText(why === undefined ? unknown : (reasons[why.code] ?? newer), language, why?.params ?? {});
}

const unknown: Text = {
  en: 'the reason was not kept',
  es: 'no se guardó el motivo',
  ru: 'причина не сохранена',
  zh: '未保存原因',
};

const newer: Text = {
  en: 'the reason is known to a newer release only',
  es: 'el motivo solo lo conoce una versión más reciente',
  ru: 'причина известна только более новой версии',
  zh: '只有更新的版本才了解原因',
};

const reasons: Readonly<Record<string, Text>> = {
  reviewer: {
    en: 'a reviewer decides',
    es: 'lo decide un revisor',
    ru: 'решает рецензент',
    zh: '由审核人员决定',
  },
  crashed: {
    en: 'it could not be carried out',
    es: 'no se pudo realizar',
    ru: 'выполнить не удалось',
    zh: '无法执行',
  },
  sourceNotAsked: {
    en: 'its source was not asked',
    es: 'no se consultó el origen',
    ru: 'источник не опрашивался',
    zh: '未查询来源',
  },
  sourceSilent: {
    en: 'its source says nothing of the kind',
    es: 'el origen no indica nada al respecto',
    ru: 'источник об этом ничего не сообщает',
    zh: '来源未提供此信息',
  },
  imageUnread: {
    en: 'the image could not be read',
    es: 'no se pudo leer la imagen',
    ru: 'образ прочитать не удалось',
    zh: '无法读取映像',
  },
  noVhd: {
    en: 'the file is no whole VHD',
    es: 'el archivo no es un VHD completo',
    ru: 'файл не является целым VHD',
    zh: '该文件不是完整的 VHD',
  },
  noFixedVhd: {
    en: 'only a fixed VHD is looked into',
    es: 'solo se examinan los VHD fijos',
    ru: 'просматривается только фиксированный VHD',
    zh: '只检查固定大小的 VHD',
  },
  familyUnknown: {
    en: 'its partitions do not tell which system starts',
    es: 'sus particiones no indican qué sistema arranca',
    ru: 'по разделам не видно, какая система запускается',
    zh: '从分区看不出启动哪个系统',
  },
  notOnDisk: {
    en: 'the disk has nothing of the kind',
    es: 'el disco no tiene nada de este tipo',
    ru: 'на диске ничего подобного нет',
    zh: '磁盘上没有此类内容',
  },
  guestUnread: {
    en: 'what is inside could not be read',
    es: 'no se pudo leer el contenido',
    ru: 'содержимое прочитать не удалось',
    zh: '无法读取其中的内容',
  },
  supportUnknown: {
    en: 'the support of this system is not known',
    es: 'no se conoce el soporte de este sistema',
    ru: 'срок поддержки этой системы неизвестен',
    zh: '不清楚该系统的支持期限',
  },
  noKernel: {
    en: 'no kernel was found in /boot',
    es: 'no se encontró ningún kernel en /boot',
    ru: 'в /boot не найдено ядра',
    zh: '在 /boot 中未找到内核',
  },
  packageListUnread: {
    en: 'its list of packages was not read ({path}: {problem})',
    es: 'no se leyó su lista de paquetes ({path}: {problem})',
    ru: 'список пакетов не прочитан ({path}: {problem})',
    zh: '未读取其软件包列表（{path}：{problem}）',
  },
  noPackageList: {
    en: 'no list of its packages could be read',
    es: 'no se pudo leer ninguna lista de sus paquetes',
    ru: 'не удалось прочитать список пакетов',
    zh: '无法读取软件包列表',
  },
  noWatchedPackage: {
    en: 'its list of packages names none that is compared',
    es: 'su lista de paquetes no contiene ninguno que se compare',
    ru: 'в списке пакетов нет тех, которые сравниваются',
    zh: '其软件包列表中没有要比较的软件包',
  },
  noHoleListed: {
    en: 'no hole is listed for this version of the system',
    es: 'no consta ningún agujero de esta versión del sistema',
    ru: 'для этой версии системы уязвимостей в списке нет',
    zh: '清单中没有该系统版本的漏洞',
  },
  noAgent: {
    en: 'no agent was found',
    es: 'no se encontró ningún agente',
    ru: 'агент не найден',
    zh: '未找到代理',
  },
  noOpenSsl: {
    en: 'no OpenSSL was found',
    es: 'no se encontró OpenSSL',
    ru: 'OpenSSL не найден',
    zh: '未找到 OpenSSL',
  },
  keysUnsearched: {
    en: 'not every place could be looked through (see vm.guest.unknown-keys)',
    es: 'no se pudo examinar todo (véase vm.guest.unknown-keys)',
    ru: 'просмотреть удалось не всё (см. vm.guest.unknown-keys)',
    zh: '并非所有位置都能检查（见 vm.guest.unknown-keys）',
  },
  credentialsUnread: {
    en: 'a file is too large to be read (see vm.guest.unknown-keys)',
    es: 'un archivo es demasiado grande para leerlo (véase vm.guest.unknown-keys)',
    ru: 'файл слишком велик для чтения (см. vm.guest.unknown-keys)',
    zh: '有文件过大而无法读取（见 vm.guest.unknown-keys）',
  },
  noSshServer: {
    en: 'no SSH server was found',
    es: 'no se encontró ningún servidor SSH',
    ru: 'сервер SSH не найден',
    zh: '未找到 SSH 服务器',
  },
  notInSystem: {
    en: 'the system has nothing of the kind',
    es: 'el sistema no tiene nada de este tipo',
    ru: 'в системе ничего подобного нет',
    zh: '系统中没有此类内容',
  },
  notInPackage: {
    en: 'the package has nothing of the kind',
    es: 'el paquete no tiene nada de este tipo',
    ru: 'в пакете ничего подобного нет',
    zh: '软件包中没有此类内容',
  },
  noAddress: {
    en: 'the offer names no such file',
    es: 'la oferta no indica ningún archivo de este tipo',
    ru: 'в предложении такого файла нет',
    zh: '产品/服务未指定此类文件',
  },
  picturesLater: {
    en: 'pictures are judged when the product page is made',
    es: 'las imágenes se juzgan al crear la página del producto',
    ru: 'изображения проверяются при создании страницы продукта',
    zh: '图片在制作产品页时检查',
  },
  linksNotCalled: {
    en: 'a publication calls no links; offer certify offer --online does',
    es: 'una publicación no abre enlaces; offer certify offer --online sí',
    ru: 'публикация не открывает ссылок; это делает offer certify offer --online',
    zh: '发布不会访问链接；offer certify offer --online 会访问',
  },
  nothingLive: {
    en: 'nothing of the offer is live yet',
    es: 'aún no hay nada de la oferta publicado',
    ru: 'предложение ещё не опубликовано',
    zh: '该产品/服务尚未上线',
  },
  documentCutShort: {
    en: 'what is wrong with the document as a whole comes first',
    es: 'primero hay que corregir el documento en su conjunto',
    ru: 'сначала нужно исправить документ в целом',
    zh: '须先修正整个文档的问题',
  },
} satisfies Record<NotRunCode, Text>;
