import type { FindingTexts } from './finding-text';
import type { Text } from '../language';

const nothingToDo: Text = {
  en: 'You need not do anything: publish again later, or open a support request naming this publication.',
  es: 'No tiene que hacer nada: publique de nuevo más tarde o abra una solicitud de soporte con esta publicación.',
  ru: 'От вас ничего не требуется: опубликуйте позже или обратитесь в поддержку, указав эту публикацию.',
  zh: '您无需执行任何操作：请稍后重新发布，或针对此发布提交支持请求。',
};

const otherPicture: Text = {
  en: 'Put another picture (PNG or JPEG) at this address, or give another address.',
  es: 'Ponga otra imagen (PNG o JPEG) en esta dirección o indique otra dirección.',
  ru: 'Разместите по этому адресу другое изображение (PNG или JPEG) или укажите другой адрес.',
  zh: '请在此地址放置其他图片（PNG 或 JPEG），或提供其他地址。',
};

/** What a publication itself can run into, after or beside the checks of the document. */
export const publicationFindings: FindingTexts = {
  'publication.dependency-failed': {
    message: {
      en: 'A service this publication needs did not answer ({activity}). {reason}',
      es: 'Un servicio que esta publicación necesita no respondió ({activity}). {reason}',
      ru: 'Служба, нужная для этой публикации, не ответила ({activity}). {reason}',
      zh: '此发布所需的服务没有响应（{activity}）。{reason}',
    },
    fix: nothingToDo,
  },
  'publication.own-fault': {
    message: {
      en: 'Something went wrong on our side ({activity}). An operator is looking at it.',
      es: 'Algo ha fallado por nuestra parte ({activity}). Un operador lo está revisando.',
      ru: 'Произошла ошибка на нашей стороне ({activity}). Оператор уже разбирается.',
      zh: '我们这边出现了问题（{activity}）。运营人员正在处理。',
    },
    fix: nothingToDo,
  },
  'publication.foreign-workflow-id': {
    message: {
      en: 'The publication was started under the workflow id {workflowId}; it must be {expected}.',
      es: 'La publicación se inició con el id. de flujo {workflowId}; debe ser {expected}.',
      ru: 'Публикация запущена с идентификатором процесса {workflowId}; нужен {expected}.',
      zh: '该发布以工作流 ID {workflowId} 启动；必须为 {expected}。',
    },
    fix: {
      en: 'Start it again under the workflow id {expected}.',
      es: 'Iníciela de nuevo con el id. de flujo {expected}.',
      ru: 'Запустите её снова с идентификатором процесса {expected}.',
      zh: '请使用工作流 ID {expected} 重新启动。',
    },
  },
  'publication.wrong-input': {
    message: {
      en: 'The publication was started with a wrong input: {problem}.',
      es: 'La publicación se inició con una entrada incorrecta: {problem}.',
      ru: 'Публикация запущена с неверными входными данными: {problem}.',
      zh: '该发布以错误的输入启动：{problem}。',
    },
    fix: {
      en: 'Correct the input and start it again.',
      es: 'Corrija la entrada e iníciela de nuevo.',
      ru: 'Исправьте входные данные и запустите её снова.',
      zh: '请更正输入后重新启动。',
    },
  },
  'publication.unknown-offer': {
    message: {
      en: 'There is no offer {offerId} of the publisher {publisherId}.',
      es: 'No existe la oferta {offerId} del publicador {publisherId}.',
      ru: 'У издателя {publisherId} нет предложения {offerId}.',
      zh: '发布者 {publisherId} 没有产品/服务 {offerId}。',
    },
    fix: {
      en: 'Check both ids, or save the offer before it is published.',
      es: 'Compruebe ambos identificadores o guarde la oferta antes de publicarla.',
      ru: 'Проверьте оба идентификатора или сохраните предложение перед публикацией.',
      zh: '请检查这两个 ID，或在发布前保存产品/服务。',
    },
  },
  'publication.unknown-version': {
    message: {
      en: 'The offer {offerId} has no version {offerVersion}.',
      es: 'La oferta {offerId} no tiene la versión {offerVersion}.',
      ru: 'У предложения {offerId} нет версии {offerVersion}.',
      zh: '产品/服务 {offerId} 没有版本 {offerVersion}。',
    },
    fix: {
      en: 'Name a version that was frozen before, or none to publish the draft.',
      es: 'Indique una versión ya congelada, o ninguna para publicar el borrador.',
      ru: 'Укажите ранее зафиксированную версию или не указывайте её, чтобы опубликовать черновик.',
      zh: '请指定先前已冻结的版本；若要发布草稿则不指定。',
    },
  },
  'publication.version-not-newer': {
    message: {
      en: 'Version {offerVersion} of the offer {offerId} cannot be published: version {live} is live, and versions only grow.',
      es: 'La versión {offerVersion} de la oferta {offerId} no se puede publicar: está publicada la {live} y las versiones solo aumentan.',
      ru: 'Версию {offerVersion} предложения {offerId} опубликовать нельзя: опубликована версия {live}, а номера версий только растут.',
      zh: '无法发布产品/服务 {offerId} 的版本 {offerVersion}：版本 {live} 已推出，版本号只能增加。',
    },
    fix: {
      en: 'To offer that content again, save it as the draft and publish without naming a version.',
      es: 'Para volver a ofrecer ese contenido, guárdelo como borrador y publique sin indicar ninguna versión.',
      ru: 'Чтобы снова предложить это содержимое, сохраните его как черновик и опубликуйте без указания версии.',
      zh: '如需再次提供该内容，请将其保存为草稿，并在不指定版本的情况下发布。',
    },
  },
  'publication.draft-changed': {
    message: {
      en: 'The draft of the offer {offerId} was changed after it had been checked for this publication.',
      es: 'El borrador de la oferta {offerId} cambió después de comprobarse para esta publicación.',
      ru: 'Черновик предложения {offerId} был изменён после проверки для этой публикации.',
      zh: '产品/服务 {offerId} 的草稿在为此发布完成检查后又被更改。',
    },
    fix: {
      en: 'Publish again: the draft is checked as it is now.',
      es: 'Publique de nuevo: se comprobará el borrador tal como está ahora.',
      ru: 'Опубликуйте снова: черновик будет проверен в нынешнем виде.',
      zh: '请重新发布：将按草稿的当前内容进行检查。',
    },
  },
  'publication.unsupported-offer-type': {
    message: {
      en: 'Offers of type {offerType} are not published here.',
      es: 'Las ofertas de tipo {offerType} no se publican aquí.',
      ru: 'Предложения типа {offerType} здесь не публикуются.',
      zh: '此处不发布 {offerType} 类型的产品/服务。',
    },
    fix: {
      en: 'Choose an offer type of the list that "New offer" shows.',
      es: 'Elija un tipo de oferta de la lista de «Nueva oferta».',
      ru: 'Выберите тип предложения из списка «Новое предложение».',
      zh: '请从“新建产品/服务”列表中选择类型。',
    },
  },
  'lead.test-failed': {
    message: {
      en: 'The test lead was refused by {destination}: {answer}',
      es: '{destination} rechazó el cliente potencial de prueba: {answer}',
      ru: 'Назначение {destination} отклонило тестового потенциального клиента: {answer}',
      zh: '{destination} 拒绝了测试潜在顾客：{answer}',
    },
    fix: {
      en: 'Correct the lead destination or what stands behind it, then publish again.',
      es: 'Corrija el destino de clientes potenciales o lo que hay detrás y publique de nuevo.',
      ru: 'Исправьте назначение потенциальных клиентов или его службу и опубликуйте снова.',
      zh: '请更正潜在顾客目标或其背后的服务，然后重新发布。',
    },
  },
  'replication.region-failed': {
    message: {
      en: 'The image could not be copied to {region}: {reason}',
      es: 'No se pudo copiar la imagen a {region}: {reason}',
      ru: 'Не удалось скопировать образ в регион {region}: {reason}',
      zh: '无法将映像复制到 {region}：{reason}',
    },
    fix: nothingToDo,
  },
  'package.picture-unavailable': {
    message: {
      en: 'The picture "{picture}" could not be fetched: {detail}',
      es: 'No se pudo obtener la imagen «{picture}»: {detail}',
      ru: 'Не удалось получить изображение «{picture}»: {detail}',
      zh: '无法获取图片“{picture}”：{detail}',
    },
    fix: {
      en: 'Check that its address works for everybody, without signing in.',
      es: 'Compruebe que su dirección funciona para cualquiera, sin iniciar sesión.',
      ru: 'Проверьте, что адрес открывается у всех без входа в систему.',
      zh: '请检查其地址是否无需登录即可供所有人访问。',
    },
  },
  'package.picture-unusable': {
    message: {
      en: 'What stands at the address of "{picture}" is no usable picture: {detail}',
      es: 'Lo que hay en la dirección de «{picture}» no es una imagen utilizable: {detail}',
      ru: 'По адресу «{picture}» нет пригодного изображения: {detail}',
      zh: '“{picture}”地址上的内容不是可用的图片：{detail}',
    },
    fix: otherPicture,
  },
  /** Of reports made before there were rules on pictures. */
  'package.picture-resized': {
    message: {
      en: 'The picture "{picture}" is {actual}; it is fitted into {expected}.',
      es: 'La imagen «{picture}» mide {actual}; se ajusta a {expected}.',
      ru: 'Изображение «{picture}» имеет размер {actual}; оно вписано в {expected}.',
      zh: '图片“{picture}”的大小为 {actual}；将调整为 {expected}。',
    },
    fix: otherPicture,
  },
  'package.html-too-long': {
    message: {
      en: 'A text has {bytes} bytes; the product page takes at most {expected}.',
      es: 'Un texto tiene {bytes} bytes; la página del producto admite como máximo {expected}.',
      ru: 'Текст занимает {bytes} байт; страница продукта принимает не более {expected}.',
      zh: '某段文本有 {bytes} 字节；产品页面最多接受 {expected} 字节。',
    },
    fix: {
      en: 'Shorten it in the Editor and publish again.',
      es: 'Acórtelo en el Editor y publique de nuevo.',
      ru: 'Сократите его в редакторе и опубликуйте снова.',
      zh: '请在编辑器中缩短后重新发布。',
    },
  },
};
