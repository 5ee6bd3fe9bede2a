import type { OfferTypeId } from '../offer/document';
import { type Situation, situationOf, situationOfOffer } from '../publication/situation';
import type { OfferStatus, PublicationStatus, StepStatus } from '../publication/status';
import { termsOf } from '../publication/terms';
import { estimates } from './publication/estimates';
import type { Language, Text } from './language';
import { durationText } from './quantity';
import { stagingSituations } from './publication/staging-texts';

/** The offer's status in one phrase, e.g. "Awaiting publisher sign-off". Lists pass the bare status. */
export function statusLabel(status: PublicationStatus | OfferStatus, language: Language): string {
  if (typeof status === 'string') return situationLabel(situationOfOffer(status), language);
  return situationLabel(situationOf(status), language, status.offerType);
}

/** The same where the situation is known, as in lists. The 2015 portal calls what is live listed. */
export function situationLabel(
  situation: Situation,
  language: Language,
  offerType?: OfferTypeId | null,
): string {
  const own = termsOf(offerType) === 'staging' ? stagingSituations[situation] : undefined;
  return (own ?? situationLabels[situation])[language];
}

export function stepStatusLabel(status: StepStatus, language: Language): string {
  return stepStatusLabels[status][language];
}

/** Our own name of a step. The CPP answer keeps CPP's literal English ones (`publication/cpp-steps.ts`). */
export function stepName(stepId: string, language: Language, offerType?: OfferTypeId | null): string {
  // The last step is called as its result.
  if (stepId === 'live') return situationLabel('live', language, offerType);
  return stepNames[stepId]?.[language] ?? stepId;
}

/** The words of the documented process in the reader's language. Empty: nobody can tell. */
export function estimateText({ estimate, estimateHours }: Planned, language: Language): string {
  if (estimate === '') return '';
  const words: Readonly<Record<string, Text>> = estimates;
  return words[estimate]?.[language] ?? `< ${durationText(estimateHours * 3_600_000, language)}`;
}

/** A run keeps the pipeline it began with, whose words the table of today may lack. */
type Planned = { readonly estimate: string; readonly estimateHours: number };

/** What a refused message would have needed (`decide.ts`). */
export function expectedStateText(expected: string, language: Language): string {
  return (expectedStates[expected] ?? stepStatusText(expected))?.[language] ?? expected;
}

/** `<step>: <status>` as `decide.ts` records it, in words; or a status or outcome of the whole publication. */
export function currentStateText(current: string, language: Language): string {
  const [step = '', status] = current.split(': ');
  if (status === undefined) return endStates[step]?.[language] ?? current;
  const words = stepStatusText(status)?.[language];
  return words === undefined ? current : `${stepName(step, language)} - ${words}`;
}

const stepStatusText = (status: string): Text | undefined =>
  Object.entries(stepStatusLabels).find(([known]) => known === status)?.[1];

const situationLabels: Readonly<Record<Situation, Text>> = {
  draft: { en: 'Draft', es: 'Borrador', ru: 'Черновик', zh: '草稿' },
  inProgress: {
    en: 'Publish in progress',
    es: 'Publicación en curso',
    ru: 'Идёт публикация',
    zh: '正在发布',
  },
  awaitingSignOff: {
    en: 'Awaiting publisher sign-off',
    es: 'Pendiente de aprobación del publicador',
    ru: 'Ожидает утверждения издателем',
    zh: '等待发布者签收',
  },
  goLiveScheduled: {
    en: 'Go live scheduled',
    es: 'Puesta en producción programada',
    ru: 'Запуск запланирован',
    zh: '已安排推出',
  },
  inReview: { en: 'In review', es: 'En revisión', ru: 'На проверке', zh: '评审中' },
  live: { en: 'Live', es: 'Publicada', ru: 'Опубликовано', zh: '已推出' },
  failed: { en: 'Publish failed', es: 'Error de publicación', ru: 'Ошибка публикации', zh: '发布失败' },
  ownFailure: {
    en: 'Publish failed - we are on it',
    es: 'Error de publicación: lo estamos resolviendo',
    ru: 'Ошибка публикации - мы уже разбираемся',
    zh: '发布失败 - 我们正在处理',
  },
  canceled: {
    en: 'Publish canceled',
    es: 'Publicación cancelada',
    ru: 'Публикация отменена',
    zh: '发布已取消',
  },
  changesRequested: {
    en: 'Changes requested',
    es: 'Cambios solicitados',
    ru: 'Нужны изменения',
    zh: '要求更改',
  },
};

const stepStatusLabels: Readonly<Record<StepStatus, Text>> = {
  notStarted: { en: 'Not started', es: 'Sin iniciar', ru: 'Не начато', zh: '未开始' },
  inProgress: { en: 'In progress', es: 'En curso', ru: 'Выполняется', zh: '进行中' },
  waitingForPublisherReview: {
    en: 'Waiting for your sign-off',
    es: 'A la espera de su aprobación',
    ru: 'Ждёт вашего утверждения',
    zh: '等待您签收',
  },
  waitingForApproval: { en: 'In review', es: 'En revisión', ru: 'На проверке', zh: '评审中' },
  blocked: { en: 'Failed', es: 'Con errores', ru: 'Ошибка', zh: '失败' },
  rejected: { en: 'Changes requested', es: 'Cambios solicitados', ru: 'Нужны изменения', zh: '要求更改' },
  complete: { en: 'Complete', es: 'Completado', ru: 'Выполнено', zh: '已完成' },
  canceled: { en: 'Canceled', es: 'Cancelado', ru: 'Отменено', zh: '已取消' },
};

const stepNames: Readonly<Record<string, Text>> = {
  displaydummycertify: {
    en: 'Validate prerequisites',
    es: 'Validar los requisitos previos',
    ru: 'Проверка предварительных требований',
    zh: '验证先决条件',
  },
  displaycertify: { en: 'Certification', es: 'Certificación', ru: 'Сертификация', zh: '认证' },
  displayprovision: { en: 'Provisioning', es: 'Aprovisionamiento', ru: 'Подготовка', zh: '预配' },
  displaypackage: {
    en: 'Packaging and lead generation registration',
    es: 'Empaquetado y registro de clientes potenciales',
    ru: 'Упаковка и регистрация потенциальных клиентов',
    zh: '打包以及潜在顾客开发注册',
  },
  preview: {
    en: 'Offer available in preview',
    es: 'Oferta disponible en vista previa',
    ru: 'Предложение доступно для предварительного просмотра',
    zh: '产品/服务以预览版提供',
  },
  'publisher-signoff': {
    en: 'Publisher sign-off',
    es: 'Aprobación del publicador',
    ru: 'Утверждение издателем',
    zh: '发布者签收',
  },
  'microsoft-review': {
    en: 'Microsoft review',
    es: 'Revisión de Microsoft',
    ru: 'Проверка корпорацией Майкрософт',
    zh: 'Microsoft 评审',
  },
  walkthrough: { en: 'Walkthrough', es: 'Recorrido', ru: 'Пошаговая проверка', zh: '演练' },
  'push-to-staging': {
    en: 'Push to staging',
    es: 'Envío al entorno de ensayo',
    ru: 'Отправка в промежуточную среду',
    zh: '推送到过渡环境',
  },
  'request-approval': {
    en: 'Request approval to push to production',
    es: 'Solicitud de aprobación para pasar a producción',
    ru: 'Запрос на перевод в рабочую среду',
    zh: '请求批准推送到生产环境',
  },
  'final-review': { en: 'Final review', es: 'Revisión final', ru: 'Итоговая проверка', zh: '最终评审' },
};

/** Where a publication stands when no step of it says so: offer statuses and outcomes. */
const endStates: Readonly<Record<string, Text | undefined>> = {
  neverPublished: situationLabels.draft,
  running: situationLabels.inProgress,
  waitingForPublisherReview: situationLabels.awaitingSignOff,
  succeeded: situationLabels.live,
  live: situationLabels.live,
  failed: situationLabels.failed,
  canceled: situationLabels.canceled,
  rejected: situationLabels.changesRequested,
};

const expectedStates: Readonly<Record<string, Text>> = {
  goLiveScheduled: situationLabels.goLiveScheduled,
  running: situationLabels.inProgress,
  waitingForPublisherReview: situationLabels.awaitingSignOff,
  anotherActor: {
    en: 'a reviewer who did not sign off',
    es: 'un revisor que no haya dado la aprobación',
    ru: 'рецензент, который не утверждал запуск',
    zh: '未参与签收的审阅者',
  },
  anotherPublisher: {
    en: 'somebody who did not review it',
    es: 'alguien que no la haya revisado',
    ru: 'тот, кто не проводил проверку',
    zh: '未参与评审的人',
  },
};
