import type { Text } from '../language';

/** What went wrong beside the offer itself: messages that do not fit, mails, dependencies, our own faults. */
export const troubleTexts = {
  'message.malformed': {
    en: 'A message "{name}" was ignored: {problem}. Correct it and send it again.',
    es: 'Se ha ignorado un mensaje «{name}»: {problem}. Corríjalo y envíelo de nuevo.',
    ru: 'Сообщение «{name}» пропущено: {problem}. Исправьте его и отправьте снова.',
    zh: '已忽略消息“{name}”：{problem}。请更正后重新发送。',
  },
  'message.undecodable': {
    en: 'A message "{name}" was ignored: it could not be decoded. Send one JSON object.',
    es: 'Se ha ignorado un mensaje «{name}»: no se pudo descodificar. Envíe un único objeto JSON.',
    ru: 'Сообщение «{name}» пропущено: его не удалось декодировать. Отправьте один объект JSON.',
    zh: '已忽略消息“{name}”：无法解码。请发送一个 JSON 对象。',
  },
  'message.unknown': {
    en: 'A message "{name}" was ignored: a publication does not know it.',
    es: 'Se ha ignorado un mensaje «{name}»: una publicación no lo conoce.',
    ru: 'Сообщение «{name}» пропущено: публикация его не знает.',
    zh: '已忽略消息“{name}”：发布不认识该消息。',
  },
  'message.otherPublication': {
    en: 'A message "{name}" was ignored: it is for publication {publicationId}.',
    es: 'Se ha ignorado un mensaje «{name}»: es para la publicación {publicationId}.',
    ru: 'Сообщение «{name}» пропущено: оно относится к публикации {publicationId}.',
    zh: '已忽略消息“{name}”：它属于发布 {publicationId}。',
  },
  'message.wrongState': {
    en: '"{name}" is not possible now. Needed: {expected}. Current: {current}.',
    es: '«{name}» no es posible ahora. Se necesita: {expected}. Estado actual: {current}.',
    ru: '«{name}»: сейчас это невозможно. Нужно: {expected}. Сейчас: {current}.',
    zh: '现在无法执行“{name}”。需要：{expected}。当前：{current}。',
  },
  'message.alreadyDecided': {
    en: '"{name}" came too late: it is already decided. Nothing changed.',
    es: '«{name}» ha llegado tarde: ya está decidido. No ha cambiado nada.',
    ru: '«{name}»: слишком поздно, решение уже принято. Ничего не изменилось.',
    zh: '“{name}”来得太晚：已作出决定。没有任何更改。',
  },
  'message.alreadyVoted': {
    en: '{actor} has already agreed. Somebody else has to agree, too.',
    es: '{actor} ya ha dado su aprobación. Falta la de otra persona.',
    ru: '{actor}: согласие уже дано. Нужно согласие другого человека.',
    zh: '{actor} 已经同意。还需要其他人同意。',
  },
  'message.dateHasPassed': {
    en: '{notBefore} has passed. Name a later time, or none to go live now.',
    es: '{notBefore} ya ha pasado. Indique una hora posterior, o ninguna para poner en producción ahora.',
    ru: '{notBefore}: это время уже прошло. Укажите более позднее или не указывайте, чтобы запустить сейчас.',
    zh: '{notBefore} 已过去。请指定更晚的时间，或不指定以立即推出。',
  },
  'message.goLiveScheduled': {
    en: 'The go-live is already scheduled for {notBefore}. To change that, withdraw it first.',
    es: 'La puesta en producción ya está programada para el {notBefore}. Para cambiarla, retírela primero.',
    ru: 'Запуск уже назначен на {notBefore}. Чтобы это изменить, сначала отзовите его.',
    zh: '推出已安排在 {notBefore}。如需更改，请先撤回。',
  },
  'message.canceling': {
    en: '"{name}" changed nothing: publishing is already being canceled.',
    es: '«{name}» no ha cambiado nada: la publicación ya se está cancelando.',
    ru: '«{name}»: ничего не изменилось, публикация уже отменяется.',
    zh: '“{name}”未更改任何内容：发布正在取消。',
  },
  'message.ended': {
    en: '"{name}" is not possible any more: the publication has ended ({current}).',
    es: '«{name}» ya no es posible: la publicación ha terminado ({current}).',
    ru: '«{name}»: уже невозможно, публикация завершена ({current}).',
    zh: '无法再执行“{name}”：发布已结束（{current}）。',
  },
  'mail.failed': {
    en: 'A mail ({event}) could not be delivered: {reason}. Check the notification addresses.',
    es: 'No se pudo entregar un correo ({event}): {reason}. Compruebe las direcciones de aviso.',
    ru: 'Письмо ({event}) не доставлено: {reason}. Проверьте адреса для уведомлений.',
    zh: '邮件（{event}）无法送达：{reason}。请检查通知地址。',
  },
  'failure.dependency': {
    en: '{activity}: a service stayed away although it was tried again and again. Publish again later, or ask for support. {reason}',
    es: '{activity}: un servicio no respondió a pesar de los reintentos. Publique de nuevo más tarde o solicite soporte. {reason}',
    ru: '{activity}: служба не ответила, несмотря на повторные попытки. Опубликуйте позже или обратитесь в поддержку. {reason}',
    zh: '{activity}：多次重试后服务仍未响应。请稍后重新发布，或联系支持人员。{reason}',
  },
  'failure.ownCause': {
    en: 'It gave up through our own fault: {cause} What to do about each type stands in docs/OPERATIONS.md, "When something fails".',
    es: 'Se ha interrumpido por un error nuestro: {cause} Qué hacer en cada caso está en docs/OPERATIONS.md, «When something fails».',
    ru: 'Прервано по нашей вине: {cause} Что делать в каждом случае, сказано в docs/OPERATIONS.md, «When something fails».',
    zh: '因我方故障而中止：{cause} 各类型的处理方法见 docs/OPERATIONS.md 的“When something fails”。',
  },
  'failure.own': {
    en: '{activity}: something went wrong on our side. An operator is looking at it; you need not do anything.',
    es: '{activity}: algo ha fallado por nuestra parte. Un operador lo está revisando; no tiene que hacer nada.',
    ru: '{activity}: произошла ошибка на нашей стороне. Оператор уже разбирается, от вас ничего не требуется.',
    zh: '{activity}：我们这边出现了问题。运营人员正在处理，您无需执行任何操作。',
  },
} satisfies Readonly<Record<string, Text>>;
