import type { Text } from '../language';

/** What people decide about a publication: go-live, cancel, review. */
export const decisionTexts = {
  'goLive.accepted': {
    en: '{actor} decided to go live.',
    es: '{actor} ha decidido poner la oferta en producción.',
    ru: '{actor}: принято решение о запуске.',
    zh: '{actor} 决定推出。',
  },
  'goLive.scheduled': {
    en: '{actor} scheduled the go-live for {notBefore}. Until then it can be withdrawn.',
    es: '{actor} ha programado la puesta en producción para el {notBefore}. Hasta entonces se puede retirar.',
    ru: '{actor}: запуск назначен на {notBefore}. До этого времени решение можно отозвать.',
    zh: '{actor} 已将推出安排在 {notBefore}。在此之前可以撤回。',
  },
  'goLive.voted': {
    en: '{actor} agreed to go live ({votes} of {needed}). Somebody else has to agree, too.',
    es: '{actor} está de acuerdo con la puesta en producción ({votes} de {needed}). Falta la aprobación de otra persona.',
    ru: '{actor}: согласие на запуск ({votes} из {needed}). Нужно согласие ещё одного человека.',
    zh: '{actor} 同意推出（{votes}/{needed}）。还需要其他人同意。',
  },
  'goLive.withdrawn': {
    en: '{actor} withdrew the go-live. The offer waits for sign-off again.',
    es: '{actor} ha retirado la puesta en producción. La oferta vuelve a esperar la aprobación.',
    ru: '{actor}: запуск отозван. Предложение снова ждёт утверждения.',
    zh: '{actor} 已撤回推出。产品/服务再次等待签收。',
  },
  'goLive.nowLive': {
    en: 'The offer is live.',
    es: 'La oferta está publicada.',
    ru: 'Предложение опубликовано.',
    zh: '产品/服务已推出。',
  },
  'cancel.accepted': {
    en: '{actor} canceled publishing. {reason}',
    es: '{actor} ha cancelado la publicación. {reason}',
    ru: '{actor}: публикация отменена. {reason}',
    zh: '{actor} 已取消发布。{reason}',
  },
  'cancel.byOperator': {
    en: 'The marketplace operator canceled publishing. Ask for support if you do not know why.',
    es: 'El operador del marketplace ha cancelado la publicación. Si no conoce el motivo, solicite soporte.',
    ru: 'Публикацию отменил оператор маркетплейса. Если причина неизвестна, обратитесь в поддержку.',
    zh: '市场运营方已取消发布。如不清楚原因，请联系支持人员。',
  },
  'cancel.notBeforeSignOff': {
    en: 'Publishing can be canceled once the offer waits for your sign-off, not before.',
    es: 'La publicación solo se puede cancelar cuando la oferta espera su aprobación.',
    ru: 'Отменить публикацию можно, только когда предложение ждёт вашего утверждения.',
    zh: '只有当产品/服务等待您签收时，才能取消发布。',
  },
  'cancel.notAfterGoLive': {
    en: 'It is too late to cancel: the go-live is decided or the publication has ended.',
    es: 'Ya es tarde para cancelar: la puesta en producción está decidida o la publicación ha terminado.',
    ru: 'Отменить уже нельзя: решение о запуске принято или публикация завершена.',
    zh: '现在取消为时已晚：已决定推出或发布已结束。',
  },
  'cancel.never': {
    en: 'This kind of publication cannot be canceled. Ask for support if it must be stopped.',
    es: 'Este tipo de publicación no se puede cancelar. Si hay que detenerla, solicite soporte.',
    ru: 'Публикацию этого вида отменить нельзя. Если её нужно остановить, обратитесь в поддержку.',
    zh: '此类发布无法取消。如必须停止，请联系支持人员。',
  },
  'review.waiting': {
    en: 'Reviewers look at it now (work item {id}). A mail tells you how the review ends.',
    es: 'Los revisores la examinan ahora (elemento de trabajo {id}). Un correo le dirá cómo termina la revisión.',
    ru: 'Теперь предложение изучают рецензенты (рабочий элемент {id}). О результате сообщит письмо.',
    zh: '审阅者正在评审（工作项 {id}）。评审结束后会有邮件通知您。',
  },
  'review.reminded': {
    en: 'Reminder {number} was sent to the reviewers.',
    es: 'Se ha enviado el recordatorio {number} a los revisores.',
    ru: 'Рецензентам отправлено напоминание {number}.',
    zh: '已向审阅者发送第 {number} 次提醒。',
  },
  'review.boardAway': {
    en: 'The review board could not be told how the review ended. The decision stands. {reason}',
    es: 'No se ha podido comunicar al panel de revisión cómo ha terminado la revisión. La decisión es firme. {reason}',
    ru: 'Не удалось сообщить доске рецензентов о результате проверки. Решение остаётся в силе. {reason}',
    zh: '无法将评审结果通知评审看板。决定仍然有效。{reason}',
  },
  'review.notRecorded': {
    en: 'Our own records do not know how the review ended: {reason}. The decision stands.',
    es: 'Nuestros propios registros no saben cómo ha terminado la revisión: {reason}. La decisión es firme.',
    ru: 'В наших собственных записях нет результата проверки: {reason}. Решение остаётся в силе.',
    zh: '我们自己的记录中没有评审结果：{reason}。决定仍然有效。',
  },
  'review.approved': {
    en: '{actor} approved the review.',
    es: '{actor} ha aprobado la revisión.',
    ru: '{actor}: проверка одобрена.',
    zh: '{actor} 已批准评审。',
  },
  'review.changesRequested': {
    en: '{actor} requests changes. Make them, then publish again.',
    es: '{actor} solicita cambios. Hágalos y publique de nuevo.',
    ru: '{actor}: нужны изменения. Внесите их и опубликуйте снова.',
    zh: '{actor} 要求更改。请修改后重新发布。',
  },
  'review.comment': {
    en: '{actor} commented: {text} {place}',
    es: 'Comentario de {actor}: {text} {place}',
    ru: 'Комментарий ({actor}): {text} {place}',
    zh: '{actor} 的评论：{text} {place}',
  },
  'review.moreComments': {
    en: 'More comments, on the Review page: {count}.',
    es: 'Más comentarios, en la página Revisión: {count}.',
    ru: 'Ещё комментариев на странице «Проверка»: {count}.',
    zh: '“评审”页面上的其他评论：{count}。',
  },
  'review.commentsDropped': {
    en: 'Comments that were too many to be kept: {count}. Ask the reviewers for them.',
    es: 'Comentarios que no se han podido conservar por ser demasiados: {count}. Pídalos a los revisores.',
    ru: 'Комментариев, которые не удалось сохранить, так как их слишком много: {count}. Спросите о них рецензентов.',
    zh: '因数量过多而未能保留的评论：{count}。请向审阅者索取。',
  },
} satisfies Readonly<Record<string, Text>>;
