import type { MailRow } from './mail-row';

/** Mails about the marketplace's own review: to the publisher when it begins and ends, to reviewers while it lasts. */
export const reviewMails = {
  reviewStarted: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the review has started',
      es: '{title}: la revisión ha comenzado',
      ru: '{title}: проверка началась',
      zh: '{title}：评审已开始',
    },
    opening: {
      en: 'The go-live of {title} is decided, and reviewers look at it now. This usually takes {estimate}.',
      es: 'La puesta en producción de {title} está decidida y los revisores la examinan ahora. Suele tardar: {estimate}.',
      ru: 'Решение о запуске {title} принято, теперь предложение изучают рецензенты. Обычный срок: {estimate}.',
      zh: '{title} 已决定推出，审阅者正在进行评审。通常需要：{estimate}。',
    },
    parts: ['workItem'],
    next: {
      en: 'Nothing to do: a mail tells you how the review ended. Questions of the reviewers stand on the Review page, where you can answer them.',
      es: 'No tiene que hacer nada: un correo le dirá cómo ha terminado la revisión. Las preguntas de los revisores están en la página Revisión, donde puede responderlas.',
      ru: 'Ничего делать не нужно: о результате проверки сообщит письмо. Вопросы рецензентов видны на странице «Проверка», там на них можно ответить.',
      zh: '您无需执行任何操作：评审结束后会有邮件通知。审阅者的问题显示在“评审”页面，您可以在那里回复。',
    },
  },
  reviewApproved: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the review approved it',
      es: '{title}: la revisión la ha aprobado',
      ru: '{title}: проверка пройдена',
      zh: '{title}：评审已通过',
    },
    opening: {
      en: 'The review of {title} has ended with an approval. It goes to production now.',
      es: 'La revisión de {title} ha terminado con una aprobación. Pasa ahora a producción.',
      ru: 'Проверка {title} завершилась одобрением. Предложение переходит в рабочую среду.',
      zh: '{title} 的评审已通过，正在进入生产环境。',
    },
    parts: ['nextStep', 'reviewComments', 'reviewPage'],
    next: {
      en: 'Nothing to do: another mail tells you when the offer is officially live. Tips of the reviewers are worth following in the next version.',
      es: 'No tiene que hacer nada: otro correo le avisará cuando la oferta esté oficialmente publicada. Conviene seguir los consejos de los revisores en la próxima versión.',
      ru: 'Ничего делать не нужно: когда предложение будет официально опубликовано, придёт ещё одно письмо. Советы рецензентов пригодятся для следующей версии.',
      zh: '您无需执行任何操作：产品/服务正式推出后会另发邮件通知您。建议在下一版本中采纳审阅者的建议。',
    },
  },
  reviewReminder: {
    recipients: 'reviewers',
    subject: {
      en: '{title}: waits for a review (reminder {number})',
      es: '{title}: pendiente de revisión (recordatorio {number})',
      ru: '{title}: ждёт проверки (напоминание {number})',
      zh: '{title}：等待评审（第 {number} 次提醒）',
    },
    opening: {
      en: 'Nobody has decided about {title} yet. It waits at {step}.',
      es: 'Nadie ha decidido todavía sobre {title}. Espera en el paso {step}.',
      ru: 'Решения о {title} ещё нет. Предложение ждёт на этапе «{step}».',
      zh: '尚未有人对 {title} 作出决定，目前停在“{step}”。',
    },
    parts: ['workItem', 'stepFacts'],
    next: {
      en: 'Open the work item, then approve or request changes.',
      es: 'Abra el elemento de trabajo y apruebe o solicite cambios.',
      ru: 'Откройте рабочий элемент, затем одобрите предложение или запросите изменения.',
      zh: '请打开工作项，然后批准或要求更改。',
    },
  },
  reviewEscalation: {
    recipients: 'operator',
    subject: {
      en: '{title}: the review takes longer than published',
      es: '{title}: la revisión tarda más de lo publicado',
      ru: '{title}: проверка длится дольше объявленного',
      zh: '{title}：评审超出公布的时间',
    },
    opening: {
      en: 'The review of {title} is past its published time, and its publisher is waiting.',
      es: 'La revisión de {title} ha superado el plazo publicado y su publicador está esperando.',
      ru: 'Проверка {title} превысила объявленный срок, издатель ждёт.',
      zh: '{title} 的评审已超过公布的时间，发布者正在等待。',
    },
    parts: ['workItem', 'stepFacts', 'temporal'],
    next: {
      en: 'Find somebody who reviews it today: open the work item, then approve or request changes.',
      es: 'Busque a alguien que lo revise hoy: abra el elemento de trabajo y apruebe o solicite cambios.',
      ru: 'Найдите того, кто проверит его сегодня: откройте рабочий элемент, затем одобрите предложение или запросите изменения.',
      zh: '请安排人员今天完成评审：打开工作项，然后批准或要求更改。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
