import type { historyKinds } from './history-kinds';
import type { Text } from './language';

/** One sentence for each kind of event; `history.ts` fills the placeholders. */
export const historyTexts: Readonly<Record<keyof typeof historyKinds, Text>> = {
  draftSaved: {
    en: 'The draft was saved.',
    es: 'Se ha guardado el borrador.',
    ru: 'Черновик сохранён.',
    zh: '草稿已保存。',
  },
  draftDiscarded: {
    en: 'The draft of “{title}” was discarded.',
    es: 'Se ha descartado el borrador de «{title}».',
    ru: 'Черновик «{title}» удалён.',
    zh: '“{title}”的草稿已放弃。',
  },
  operationAccepted: {
    en: '{request}: accepted (operation {operationId}).',
    es: '{request}: aceptado (operación {operationId}).',
    ru: '{request}: принято (операция {operationId}).',
    zh: '{request}：已接受（操作 {operationId}）。',
  },
  operationChanged: {
    en: '{request}: {state} (operation {operationId}).',
    es: '{request}: {state} (operación {operationId}).',
    ru: '{request}: {state} (операция {operationId}).',
    zh: '{request}：{state}（操作 {operationId}）。',
  },
  versionFrozen: {
    en: 'The draft was frozen as version {offerVersion}. Regions: {regions}.',
    es: 'El borrador se ha fijado como versión {offerVersion}. Regiones: {regions}.',
    ru: 'Черновик зафиксирован как версия {offerVersion}. Регионы: {regions}.',
    zh: '草稿已固定为版本 {offerVersion}。区域：{regions}。',
  },
  started: {
    en: 'Publishing was started. {notes}',
    es: 'Se ha iniciado la publicación. {notes}',
    ru: 'Публикация начата. {notes}',
    zh: '已开始发布。{notes}',
  },
  opened: {
    en: 'Version {offerVersion} is being published. Steps: {count}.',
    es: 'Se publica la versión {offerVersion}. Pasos: {count}.',
    ru: 'Публикуется версия {offerVersion}. Этапов: {count}.',
    zh: '正在发布版本 {offerVersion}。步骤数：{count}。',
  },
  stepChanged: {
    en: '{step}: {status}',
    es: '{step}: {status}',
    ru: '{step}: {status}',
    zh: '{step}：{status}',
  },
  messageAdded: {
    en: '{step}: {message}',
    es: '{step}: {message}',
    ru: '{step}: {message}',
    zh: '{step}：{message}',
  },
  findingsReported: {
    en: '{step}: findings: {count}. {findings}',
    es: '{step}: resultados: {count}. {findings}',
    ru: '{step}: замечаний: {count}. {findings}',
    zh: '{step}：发现的问题：{count}。{findings}',
  },
  emailsProvided: {
    en: 'Mails go to {emails}.',
    es: 'Los correos se envían a {emails}.',
    ru: 'Письма отправляются на {emails}.',
    zh: '邮件将发送至 {emails}。',
  },
  reviewOpened: {
    en: 'Work item {item} was made for the reviewers ({board}).',
    es: 'Se ha creado el elemento de trabajo {item} para los revisores ({board}).',
    ru: 'Для рецензентов создан рабочий элемент {item} ({board}).',
    zh: '已为审阅者创建工作项 {item}（{board}）。',
  },
  mailSent: {
    en: 'Mail to {to}: {subject}',
    es: 'Correo a {to}: {subject}',
    ru: 'Письмо на {to}: {subject}',
    zh: '发送至 {to} 的邮件：{subject}',
  },
  previewSet: {
    en: 'Version {offerVersion} is in preview (package {digest}).',
    es: 'La versión {offerVersion} está en vista previa (paquete {digest}).',
    ru: 'Версия {offerVersion} в предварительном просмотре (пакет {digest}).',
    zh: '版本 {offerVersion} 已进入预览（包 {digest}）。',
  },
  previewOpened: {
    en: 'The preview can be opened.',
    es: 'La vista previa se puede abrir.',
    ru: 'Предварительный просмотр открыт.',
    zh: '预览可以打开。',
  },
  previewCleared: {
    en: 'Version {offerVersion} was taken out of preview.',
    es: 'La versión {offerVersion} se ha retirado de la vista previa.',
    ru: 'Версия {offerVersion} убрана из предварительного просмотра.',
    zh: '版本 {offerVersion} 已从预览中撤回。',
  },
  goLiveVoted: {
    en: 'Go live was clicked. {notBefore}',
    es: 'Se ha pedido poner la oferta en producción. {notBefore}',
    ru: 'Запрошен запуск. {notBefore}',
    zh: '已请求推出。{notBefore}',
  },
  goLiveWithdrawn: {
    en: 'The go-live was withdrawn.',
    es: 'Se ha retirado la puesta en producción.',
    ru: 'Запуск отозван.',
    zh: '推出已撤回。',
  },
  goLiveApproved: {
    en: 'The go-live is decided.',
    es: 'La puesta en producción está decidida.',
    ru: 'Решение о запуске принято.',
    zh: '已决定推出。',
  },
  cancelRequested: {
    en: 'Canceling was asked for. {reason}',
    es: 'Se ha pedido cancelar. {reason}',
    ru: 'Запрошена отмена. {reason}',
    zh: '已请求取消。{reason}',
  },
  reviewDecided: {
    en: '{step}: {decision}',
    es: '{step}: {decision}',
    ru: '{step}: {decision}',
    zh: '{step}：{decision}',
  },
  productionSet: {
    en: 'Version {offerVersion} is in production (package {digest}).',
    es: 'La versión {offerVersion} está en producción (paquete {digest}).',
    ru: 'Версия {offerVersion} в рабочей среде (пакет {digest}).',
    zh: '版本 {offerVersion} 已进入生产（包 {digest}）。',
  },
  wentLive: {
    en: 'The offer is live in: {links}.',
    es: 'La oferta está publicada en: {links}.',
    ru: 'Предложение опубликовано в: {links}.',
    zh: '产品/服务已在以下位置推出：{links}。',
  },
  ended: {
    en: 'Publishing ended: {outcome}.',
    es: 'La publicación ha terminado: {outcome}.',
    ru: 'Публикация завершена: {outcome}.',
    zh: '发布结束：{outcome}。',
  },
  gaveUp: {
    en: 'Publishing stopped through a fault of ours. {message}',
    es: 'La publicación se ha detenido por un fallo nuestro. {message}',
    ru: 'Публикация остановлена из-за сбоя на нашей стороне. {message}',
    zh: '由于我方故障，发布已停止。{message}',
  },
  supportRequested: {
    en: 'Support request {caseNumber} was stored. {step}',
    es: 'Se ha guardado la solicitud de soporte {caseNumber}. {step}',
    ru: 'Запрос в поддержку {caseNumber} сохранён. {step}',
    zh: '支持请求 {caseNumber} 已保存。{step}',
  },
};
