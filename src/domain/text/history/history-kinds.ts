import type { PublicationFact } from '../../publication/events';
import type { Text } from '../language';
import { publisherHistory } from './publisher-history';

/** Kinds of events beside those of a publication's run. */
export type OfferEventKind =
  | 'draftSaved'
  | 'draftDiscarded'
  | 'versionFrozen'
  | 'previewSet'
  | 'previewCleared'
  | 'productionSet'
  | 'operationAccepted'
  | 'operationChanged'
  | 'supportRequested'
  | 'reviewThreadOpened'
  | 'reviewThreadAnswered'
  | 'reviewThreadResolved'
  | 'reviewThreadReopened'
  | 'exceptionGranted'
  | 'exceptionEnded'
  | 'mailSent';

/** Of the publisher itself: they belong to no offer. */
export type PublisherEventKind = keyof typeof publisherHistory.kinds;

type Kind = OfferEventKind | PublisherEventKind | PublicationFact['kind'];

/** What can stand in an offer's history, in the order of its life, and in its publisher's: names to filter by. */
export const historyKinds: Readonly<Record<Kind, Text>> = {
  draftSaved: { en: 'Draft saved', es: 'Borrador guardado', ru: 'Черновик сохранён', zh: '已保存草稿' },
  draftDiscarded: {
    en: 'Draft discarded',
    es: 'Borrador descartado',
    ru: 'Черновик удалён',
    zh: '已放弃草稿',
  },
  operationAccepted: {
    en: 'Request accepted',
    es: 'Petición aceptada',
    ru: 'Запрос принят',
    zh: '已接受请求',
  },
  operationChanged: {
    en: 'Request settled',
    es: 'Petición resuelta',
    ru: 'Запрос выполнен',
    zh: '请求已处理',
  },
  versionFrozen: { en: 'Version frozen', es: 'Versión fijada', ru: 'Версия зафиксирована', zh: '已固定版本' },
  started: { en: 'Publishing started', es: 'Publicación iniciada', ru: 'Публикация начата', zh: '开始发布' },
  opened: {
    en: 'Version chosen',
    es: 'Versión elegida',
    ru: 'Версия выбрана',
    zh: '已选定版本',
  },
  stepChanged: { en: 'Step', es: 'Paso', ru: 'Этап', zh: '步骤' },
  messageAdded: { en: 'Message', es: 'Mensaje', ru: 'Сообщение', zh: '消息' },
  findingsReported: { en: 'Findings', es: 'Resultados', ru: 'Замечания', zh: '发现的问题' },
  reviewOpened: { en: 'Review started', es: 'Revisión iniciada', ru: 'Проверка начата', zh: '评审已开始' },
  emailsProvided: {
    en: 'Notification addresses',
    es: 'Direcciones de notificación',
    ru: 'Адреса для уведомлений',
    zh: '通知地址',
  },
  mailSent: { en: 'Mail sent', es: 'Correo enviado', ru: 'Письмо отправлено', zh: '已发送邮件' },
  previewSet: {
    en: 'Preview filled',
    es: 'Vista previa ocupada',
    ru: 'Предпросмотр занят',
    zh: '已放入预览',
  },
  previewOpened: {
    en: 'Preview opened',
    es: 'Vista previa abierta',
    ru: 'Предпросмотр открыт',
    zh: '预览已打开',
  },
  previewCleared: {
    en: 'Preview withdrawn',
    es: 'Vista previa retirada',
    ru: 'Предпросмотр закрыт',
    zh: '预览已撤回',
  },
  goLiveVoted: {
    en: 'Go live',
    es: 'Poner en producción',
    ru: 'Запустить',
    zh: '推出',
  },
  goLiveWithdrawn: {
    en: 'Go-live withdrawn',
    es: 'Puesta en producción retirada',
    ru: 'Запуск отозван',
    zh: '已撤回推出',
  },
  goLiveApproved: {
    en: 'Go-live decided',
    es: 'Puesta en producción decidida',
    ru: 'Запуск решён',
    zh: '已决定推出',
  },
  cancelRequested: {
    en: 'Cancel publishing',
    es: 'Cancelar publicación',
    ru: 'Отменить публикацию',
    zh: '取消发布',
  },
  reviewDecided: {
    en: 'Review decision',
    es: 'Decisión de la revisión',
    ru: 'Решение проверяющего',
    zh: '评审决定',
  },
  reviewThreadOpened: {
    en: 'Review thread opened',
    es: 'Hilo de revisión abierto',
    ru: 'Открыта ветка проверки',
    zh: '已打开评审讨论',
  },
  reviewThreadAnswered: {
    en: 'Review thread answered',
    es: 'Hilo de revisión respondido',
    ru: 'Ответ в ветке проверки',
    zh: '已回复评审讨论',
  },
  reviewThreadResolved: {
    en: 'Review thread resolved',
    es: 'Hilo de revisión resuelto',
    ru: 'Ветка проверки закрыта',
    zh: '已解决评审讨论',
  },
  reviewThreadReopened: {
    en: 'Review thread reopened',
    es: 'Hilo de revisión reabierto',
    ru: 'Ветка проверки открыта снова',
    zh: '已重新打开评审讨论',
  },
  exceptionGranted: {
    en: 'Exception granted',
    es: 'Excepción concedida',
    ru: 'Исключение разрешено',
    zh: '已批准例外',
  },
  exceptionEnded: {
    en: 'Exception ended',
    es: 'Excepción terminada',
    ru: 'Исключение прекращено',
    zh: '例外已结束',
  },
  productionSet: {
    en: 'Production filled',
    es: 'Producción ocupada',
    ru: 'Рабочая версия заменена',
    zh: '已放入生产',
  },
  wentLive: { en: 'Went live', es: 'En producción', ru: 'Запущено', zh: '已推出' },
  ended: { en: 'Publishing ended', es: 'Publicación terminada', ru: 'Публикация завершена', zh: '发布结束' },
  gaveUp: { en: 'Own fault', es: 'Fallo nuestro', ru: 'Сбой у нас', zh: '我方故障' },
  supportRequested: {
    en: 'Support request',
    es: 'Solicitud de soporte',
    ru: 'Запрос в поддержку',
    zh: '支持请求',
  },
  ...publisherHistory.kinds,
};
