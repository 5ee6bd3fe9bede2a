import type { MailEvent } from './mail-event';
import type { MailRow } from './mail-row';
import { problemMails } from './mail-table-problems';

/** After every problem the way begins with the walkthrough, not with the steps of newer types. */
const startOver: MailRow['next'] = {
  en: 'Correct this in the Editor until the walkthrough is complete, then push to staging again. What has not changed is found and not done again.',
  es: 'Corríjalo en el Editor hasta completar el recorrido y envíe de nuevo al entorno de ensayo. Lo que no ha cambiado no se repite.',
  ru: 'Исправьте это в редакторе, пройдите пошаговую проверку и отправьте предложение в промежуточную среду снова. То, что не изменилось, повторно не выполняется.',
  zh: '请在编辑器中更正并完成演练，然后重新推送到过渡环境。未更改的内容不会重复处理。',
};

/** What the mails of the 2015 portal say otherwise: staging, a request for approval, and a listed offer. */
export const stagingMails: Readonly<Partial<Record<MailEvent, MailRow>>> = {
  validationFailed: { ...problemMails.validationFailed, next: startOver },
  certificationFailed: { ...problemMails.certificationFailed, next: startOver },
  stepFailed: { ...problemMails.stepFailed, next: startOver },
  changesRequested: { ...problemMails.changesRequested, next: startOver },
  previewReady: {
    recipients: 'publisher',
    subject: {
      en: '{title} is in staging: test it',
      es: '{title} está en el entorno de ensayo: pruébela',
      ru: '{title}: предложение в промежуточной среде, проверьте его',
      zh: '{title} 已进入过渡环境：请测试',
    },
    opening: {
      en: '{title} is certified and pushed to staging. Only allow-listed subscriptions can see and test it there.',
      es: '{title} está certificada y enviada al entorno de ensayo. Solo las suscripciones permitidas pueden verla y probarla.',
      ru: '{title}: сертификация пройдена, предложение отправлено в промежуточную среду. Видеть и проверять его могут только разрешённые подписки.',
      zh: '{title} 已通过认证并推送到过渡环境。只有允许列表中的订阅可以查看和测试。',
    },
    parts: ['previewLinks', 'certificationReport', 'scenarios', 'goLiveWays', 'goLiveState'],
    next: {
      en: 'Test every scenario. Then open the Publish page and request approval to push to production. If something is wrong, cancel publishing, correct it and push to staging again.',
      es: 'Pruebe todos los escenarios. Después abra la página Publicar y solicite la aprobación para pasar a producción. Si algo no está bien, cancele la publicación, corríjalo y envíe de nuevo al entorno de ensayo.',
      ru: 'Проверьте все сценарии. Затем откройте страницу «Публикация» и запросите перевод в рабочую среду. Если что-то не так, отмените публикацию, исправьте и отправьте снова.',
      zh: '请测试每个场景，然后打开“发布”页并请求批准推送到生产环境。如有问题，请取消发布，更正后重新推送到过渡环境。',
    },
  },
  signOffReminder: {
    recipients: 'publisher',
    subject: {
      en: '{title}: still in staging (reminder {number})',
      es: '{title}: sigue en el entorno de ensayo (recordatorio {number})',
      ru: '{title}: всё ещё в промежуточной среде (напоминание {number})',
      zh: '{title}：仍在过渡环境中（第 {number} 次提醒）',
    },
    opening: {
      en: '{title} is in staging, and approval to push to production has not been requested yet. It waits as long as you need.',
      es: '{title} está en el entorno de ensayo y aún no se ha solicitado la aprobación para pasar a producción. Esperará el tiempo que necesite.',
      ru: '{title} находится в промежуточной среде, перевод в рабочую среду ещё не запрошен. Предложение будет ждать столько, сколько нужно.',
      zh: '{title} 在过渡环境中，尚未请求批准推送到生产环境。它会一直等待。',
    },
    parts: ['previewLinks', 'goLiveWays', 'goLiveState'],
    next: {
      en: 'Open the Publish page and request approval to push to production, or cancel publishing if this version shall not be listed.',
      es: 'Abra la página Publicar y solicite la aprobación para pasar a producción, o cancele la publicación si esta versión no debe listarse.',
      ru: 'Откройте страницу «Публикация» и запросите перевод в рабочую среду или отмените публикацию, если эту версию размещать не нужно.',
      zh: '请打开“发布”页并请求批准推送到生产环境；如不上架此版本，请取消发布。',
    },
  },
  reviewStarted: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the final review has started',
      es: '{title}: la revisión final ha comenzado',
      ru: '{title}: началась итоговая проверка',
      zh: '{title}：最终评审已开始',
    },
    opening: {
      en: 'Approval to push {title} to production is requested, and the approval team looks at it now. This usually takes {estimate}.',
      es: 'La aprobación para pasar {title} a producción está solicitada y el equipo de aprobación la examina ahora. Suele tardar {estimate}.',
      ru: 'Перевод {title} в рабочую среду запрошен, предложение изучает группа утверждения. Обычно это занимает {estimate}.',
      zh: '已请求批准将 {title} 推送到生产环境，审批团队正在评审。通常需要 {estimate}。',
    },
    parts: ['goLiveState', 'workItem'],
    next: {
      en: 'Nothing to do: a mail tells you how the review ended. Questions of the reviewers stand on the Review page, where you can answer them.',
      es: 'No tiene que hacer nada: un correo le dirá cómo termina la revisión. Las preguntas de los revisores están en la página Revisión, donde puede contestarlas.',
      ru: 'Ничего делать не нужно: о результате сообщит письмо. Вопросы рецензентов стоят на странице «Проверка», там же можно ответить.',
      zh: '您无需执行任何操作：评审结束后会有邮件通知。审阅者的问题显示在“评审”页，您可以在那里回复。',
    },
  },
  reviewApproved: {
    recipients: 'publisher',
    subject: {
      en: '{title}: approved for production',
      es: '{title}: aprobada para producción',
      ru: '{title}: перевод в рабочую среду одобрен',
      zh: '{title}：已批准推送到生产环境',
    },
    opening: {
      en: 'The approval team approved {title}. It goes to production now.',
      es: 'El equipo de aprobación ha aprobado {title}. Pasa ahora a producción.',
      ru: 'Группа утверждения одобрила {title}. Предложение переходит в рабочую среду.',
      zh: '审批团队已批准 {title}，正在推送到生产环境。',
    },
    parts: ['nextStep', 'reviewComments', 'reviewPage'],
    next: {
      en: 'Nothing to do: another mail tells you when the offer is listed. Tips of the reviewers are worth following in the next version.',
      es: 'No tiene que hacer nada: otro correo le avisará cuando la oferta esté listada. Conviene seguir los consejos de los revisores en la próxima versión.',
      ru: 'Ничего делать не нужно: когда предложение будет размещено, придёт ещё одно письмо. Советы рецензентов стоит учесть в следующей версии.',
      zh: '您无需执行任何操作：产品/服务上架后会另发邮件通知。建议在下一版本中采纳审阅者的建议。',
    },
  },
  live: {
    recipients: 'publisher',
    subject: {
      en: '{title} is listed',
      es: '{title}: la oferta está listada',
      ru: '{title}: предложение размещено',
      zh: '{title} 已上架',
    },
    opening: {
      en: '{title} is listed: it is publicly available in the marketplace.',
      es: '{title} está listada: está disponible públicamente en el marketplace.',
      ru: '{title}: предложение размещено и общедоступно в маркетплейсе.',
      zh: '{title} 已上架：在市场中公开提供。',
    },
    parts: ['liveLinks', 'certificationReport', 'scenarios', 'checkList'],
    next: {
      en: 'Test the customer scenarios in production, as you tested them in staging. To change the offer, edit it and push it to staging again: this version stays listed until the new one is.',
      es: 'Pruebe los escenarios de cliente en producción, como los probó en el entorno de ensayo. Para cambiar la oferta, edítela y envíela de nuevo: esta versión sigue listada hasta que lo esté la nueva.',
      ru: 'Проверьте сценарии клиентов в рабочей среде так же, как в промежуточной. Чтобы изменить предложение, отредактируйте его и отправьте снова: эта версия остаётся размещённой, пока не размещена новая.',
      zh: '请像在过渡环境中那样在生产环境中测试客户场景。如需更改，请编辑并重新推送到过渡环境：新版本上架之前，此版本保持上架。',
    },
  },
  canceled: {
    recipients: 'publisher',
    subject: {
      en: '{title}: publishing was canceled',
      es: '{title}: publicación cancelada',
      ru: '{title}: публикация отменена',
      zh: '{title}：发布已取消',
    },
    opening: {
      en: 'This publication of {title} was canceled, and the offer has left staging. A version that is listed stays listed.',
      es: 'Esta publicación de {title} se ha cancelado y la oferta ha salido del entorno de ensayo. Si hay una versión listada, sigue listada.',
      ru: 'Эта публикация {title} отменена, предложение покинуло промежуточную среду. Уже размещённая версия остаётся.',
      zh: '{title} 的本次发布已取消，产品/服务已离开过渡环境。已上架的版本保持不变。',
    },
    parts: ['whoCanceled'],
    next: {
      en: 'The status is back at the walkthrough. To publish, push the offer to staging and follow the steps again.',
      es: 'El estado vuelve al recorrido. Para publicar, envíe la oferta al entorno de ensayo y siga de nuevo los pasos.',
      ru: 'Состояние вернулось к пошаговой проверке. Чтобы опубликовать предложение, отправьте его в промежуточную среду и пройдите этапы снова.',
      zh: '状态已返回演练。如需发布，请将产品/服务推送到过渡环境并重新按步骤操作。',
    },
  },
};
