import type { Language, Text } from '../language';
import type { MailEvent } from './mail-event';

/** What a mail is about, in few words; an event of another release is shown as it is. */
export const mailName = (event: string, language: Language): string =>
  isKnown(event) ? names[event][language] : event;

const isKnown = (event: string): event is MailEvent => Object.hasOwn(names, event);

const names: Readonly<Record<MailEvent, Text>> = {
  startRefused: {
    en: 'a refused start',
    es: 'un inicio rechazado',
    ru: 'отклонённый запуск',
    zh: '被拒绝的启动',
  },
  validationFailed: {
    en: 'fields to correct',
    es: 'campos que corregir',
    ru: 'поля, которые нужно исправить',
    zh: '需要更正的字段',
  },
  certificationFailed: {
    en: 'certification findings',
    es: 'hallazgos de la certificación',
    ru: 'замечания сертификации',
    zh: '认证发现的问题',
  },
  stepFailed: { en: 'a failed step', es: 'un paso fallido', ru: 'шаг с ошибкой', zh: '失败的步骤' },
  goLiveVoted: {
    en: 'a vote for production',
    es: 'un voto para producción',
    ru: 'голос за перевод в рабочую среду',
    zh: '对进入生产环境的同意',
  },
  goLiveScheduled: {
    en: 'a date for production',
    es: 'una fecha para producción',
    ru: 'дата перевода в рабочую среду',
    zh: '进入生产环境的日期',
  },
  goLiveWithdrawn: {
    en: 'votes taken back',
    es: 'votos retirados',
    ru: 'отозванные голоса',
    zh: '撤回的同意',
  },
  previewReady: {
    en: 'preview ready',
    es: 'vista previa lista',
    ru: 'готов предварительный просмотр',
    zh: '预览已就绪',
  },
  signOffReminder: {
    en: 'reminder to sign off',
    es: 'recordatorio de aprobación',
    ru: 'напоминание об утверждении',
    zh: '签收提醒',
  },
  addressMissing: {
    en: 'missing notification address',
    es: 'falta la dirección de aviso',
    ru: 'нет адреса для уведомлений',
    zh: '缺少通知地址',
  },
  goLiveApproved: {
    en: 'going live approved',
    es: 'puesta en producción aprobada',
    ru: 'запуск утверждён',
    zh: '已批准推出',
  },
  live: {
    en: 'the offer is live',
    es: 'la oferta está publicada',
    ru: 'предложение опубликовано',
    zh: '产品/服务已推出',
  },
  canceled: {
    en: 'publishing canceled',
    es: 'publicación cancelada',
    ru: 'публикация отменена',
    zh: '发布已取消',
  },
  findingsInReview: {
    en: 'certification waits for a reviewer',
    es: 'la certificación espera a un revisor',
    ru: 'сертификация ждёт рецензента',
    zh: '认证正在等待审阅者',
  },
  findingsApproved: {
    en: 'a reviewer approved the findings',
    es: 'un revisor ha aprobado los resultados',
    ru: 'рецензент принял результаты',
    zh: '审阅者已批准检查结果',
  },
  reviewStarted: {
    en: 'the review has started',
    es: 'la revisión ha comenzado',
    ru: 'проверка началась',
    zh: '评审已开始',
  },
  reviewReminder: {
    en: 'a reminder for reviewers',
    es: 'recordatorio a los revisores',
    ru: 'напоминание рецензентам',
    zh: '提醒审阅者',
  },
  reviewEscalation: {
    en: 'an overdue review',
    es: 'una revisión retrasada',
    ru: 'просроченная проверка',
    zh: '超期的评审',
  },
  boardAway: {
    en: 'a review board that is away',
    es: 'un panel de revisión inaccesible',
    ru: 'недоступная доска рецензентов',
    zh: '无法访问的评审看板',
  },
  reviewApproved: {
    en: 'the review approved',
    es: 'revisión aprobada',
    ru: 'проверка пройдена',
    zh: '评审已通过',
  },
  changesRequested: {
    en: 'changes requested',
    es: 'cambios solicitados',
    ru: 'запрошены изменения',
    zh: '已请求更改',
  },
  ownFailure: { en: 'a fault of ours', es: 'un fallo nuestro', ru: 'сбой на нашей стороне', zh: '我方故障' },
  stuckRun: {
    en: 'a run that cannot go on',
    es: 'una ejecución detenida',
    ru: 'запуск, который не может продолжаться',
    zh: '无法继续的运行',
  },
  overdue: { en: 'an overdue step', es: 'un paso retrasado', ru: 'просроченный шаг', zh: '超期的步骤' },
};
