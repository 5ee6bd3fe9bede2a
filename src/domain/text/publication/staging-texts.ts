import type { CommandName } from '../../publication/commands';
import type { PublicationMessageCode } from '../../publication/message-codes';
import type { Situation } from '../../publication/situation';
import type { Waiting } from '../../publication/waiting';
import type { Text } from '../language';

const request: Text = {
  en: 'Request approval to push to production',
  es: 'Solicitar aprobación para pasar a producción',
  ru: 'Запросить перевод в рабочую среду',
  zh: '请求批准推送到生产环境',
};

/** Where the 2015 portal has a word of its own; everything else is said as everywhere. */
export const stagingSituations: Readonly<Partial<Record<Situation, Text>>> = {
  goLiveScheduled: {
    en: 'Request for approval scheduled',
    es: 'Solicitud de aprobación programada',
    ru: 'Запрос на перевод запланирован',
    zh: '已安排批准请求',
  },
  live: { en: 'Listed', es: 'Listada', ru: 'Размещено', zh: '已上架' },
};

export const stagingCommands: Readonly<Partial<Record<CommandName, Text>>> = {
  goLive: request,
  withdrawGoLive: {
    en: 'Withdraw the request for approval',
    es: 'Retirar la solicitud de aprobación',
    ru: 'Отозвать запрос на перевод',
    zh: '撤回批准请求',
  },
};

export const stagingWaiting: Readonly<Partial<Record<Waiting['what'], Text>>> = {
  signOff: {
    en: 'the publisher: test the offer in staging, then request approval to push to production',
    es: 'el publicador: pruebe la oferta en el entorno de ensayo y solicite la aprobación para pasar a producción',
    ru: 'издателя: проверьте предложение в промежуточной среде и запросите перевод в рабочую',
    zh: '发布者：在过渡环境中测试，然后请求批准推送到生产环境',
  },
  votes: {
    en: 'another person’s request for approval ({votes} of {needed})',
    es: 'la solicitud de otra persona ({votes} de {needed})',
    ru: 'запрос ещё одного человека ({votes} из {needed})',
    zh: '另一人的批准请求（{votes}/{needed}）',
  },
};

export const stagingMessages: Readonly<Partial<Record<PublicationMessageCode, Text>>> = {
  'preview.open': {
    en: 'The offer is in staging, open to the allow-listed subscriptions. Test it there.',
    es: 'La oferta está en el entorno de ensayo, abierta a las suscripciones permitidas. Pruébela allí.',
    ru: 'Предложение находится в промежуточной среде и открыто для разрешённых подписок. Проверьте его там.',
    zh: '产品/服务已在过渡环境中对允许列表中的订阅开放。请在其中测试。',
  },
  'signOff.waiting': {
    en: 'When the offer is right in staging, request approval to push to production. If it is not, cancel publishing.',
    es: 'Si la oferta es correcta en el entorno de ensayo, solicite la aprobación para pasar a producción. Si no, cancele la publicación.',
    ru: 'Если в промежуточной среде всё верно, запросите перевод в рабочую среду. Если нет, отмените публикацию.',
    zh: '如果过渡环境中一切无误，请请求批准推送到生产环境；否则请取消发布。',
  },
  'goLive.accepted': {
    en: '{actor} requested approval to push to production.',
    es: '{actor} ha solicitado la aprobación para pasar a producción.',
    ru: '{actor}: запрошен перевод в рабочую среду.',
    zh: '{actor} 已请求批准推送到生产环境。',
  },
  'goLive.scheduled': {
    en: '{actor} scheduled the request for approval for {notBefore}. Until then it can be withdrawn.',
    es: '{actor} ha programado la solicitud de aprobación para el {notBefore}. Hasta entonces se puede retirar.',
    ru: '{actor}: запрос на перевод назначен на {notBefore}. До этого времени его можно отозвать.',
    zh: '{actor} 已将批准请求安排在 {notBefore}。在此之前可以撤回。',
  },
  'goLive.voted': {
    en: '{actor} requests approval to push to production ({votes} of {needed}). Somebody else has to request it, too.',
    es: '{actor} solicita la aprobación para pasar a producción ({votes} de {needed}). Falta la solicitud de otra persona.',
    ru: '{actor}: запрошен перевод в рабочую среду ({votes} из {needed}). Нужен запрос ещё одного человека.',
    zh: '{actor} 请求批准推送到生产环境（{votes}/{needed}）。还需要其他人请求。',
  },
  'goLive.withdrawn': {
    en: '{actor} withdrew the request for approval. The offer waits in staging again.',
    es: '{actor} ha retirado la solicitud de aprobación. La oferta vuelve a esperar en el entorno de ensayo.',
    ru: '{actor}: запрос на перевод отозван. Предложение снова ждёт в промежуточной среде.',
    zh: '{actor} 已撤回批准请求。产品/服务再次在过渡环境中等待。',
  },
  'goLive.nowLive': {
    en: 'The offer is listed.',
    es: 'La oferta está listada.',
    ru: 'Предложение размещено.',
    zh: '产品/服务已上架。',
  },
  'cancel.notAfterGoLive': {
    en: 'It is too late to cancel: approval is requested or the publication has ended.',
    es: 'Ya es tarde para cancelar: la aprobación está solicitada o la publicación ha terminado.',
    ru: 'Отменить уже нельзя: перевод запрошен или публикация завершена.',
    zh: '现在取消为时已晚：已请求批准或发布已结束。',
  },
  'message.alreadyVoted': {
    en: '{actor} has requested approval already; somebody else has to request it, too.',
    es: '{actor} ya ha solicitado la aprobación; falta la solicitud de otra persona.',
    ru: '{actor}: запрос уже подан; нужен запрос ещё одного человека.',
    zh: '{actor} 已请求批准；还需要其他人请求。',
  },
  'message.dateHasPassed': {
    en: '{notBefore} has passed. Name a later time, or none to request approval now.',
    es: '{notBefore} ya ha pasado. Indique una hora posterior, o ninguna para solicitar la aprobación ahora.',
    ru: '{notBefore}: это время уже прошло. Укажите более позднее или не указывайте, чтобы запросить сейчас.',
    zh: '{notBefore} 已过去。请指定更晚的时间，或不指定以立即请求批准。',
  },
  'message.goLiveScheduled': {
    en: 'The request for approval is scheduled for {notBefore} already. Withdraw it to choose another date.',
    es: 'La solicitud de aprobación ya está programada para el {notBefore}. Retírela para elegir otra fecha.',
    ru: 'Запрос на перевод уже назначен на {notBefore}. Чтобы выбрать другую дату, отзовите его.',
    zh: '批准请求已安排在 {notBefore}。如需更改日期，请先撤回。',
  },
};
