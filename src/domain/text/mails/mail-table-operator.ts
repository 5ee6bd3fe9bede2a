import type { MailRow } from './mail-row';

/** Mails for those who run the marketplace: what needs a look, and where to look. */
export const operatorMails = {
  addressMissing: {
    recipients: 'operator',
    subject: {
      en: '{title}: no notification address yet (reminder {number})',
      es: '{title}: aún no hay dirección de aviso (recordatorio {number})',
      ru: '{title}: адреса для уведомлений ещё нет (напоминание {number})',
      zh: '{title}：尚无通知地址（第 {number} 次提醒）',
    },
    opening: {
      en: 'The publication of {title} waits for a notification address, so its publisher cannot be mailed.',
      es: 'La publicación de {title} espera una dirección de aviso, por lo que no se puede escribir a su publicador.',
      ru: 'Публикация {title} ждёт адреса для уведомлений, поэтому написать издателю нельзя.',
      zh: '{title} 的发布正在等待通知地址，因此无法给发布者发送邮件。',
    },
    parts: ['stepFacts', 'temporal'],
    next: {
      en: 'Ask whoever started it to send notificationEmails. After 30 days without an address the publication is canceled.',
      es: 'Pida a quien la inició que envíe notificationEmails. Tras 30 días sin dirección, la publicación se cancela.',
      ru: 'Попросите того, кто её начал, отправить notificationEmails. Через 30 дней без адреса публикация будет отменена.',
      zh: '请让发起人发送 notificationEmails。30 天内没有地址，发布将被取消。',
    },
  },
  ownFailure: {
    recipients: 'operator',
    subject: {
      en: '{title}: a publication failed through our own fault',
      es: '{title}: una publicación ha fallado por un error nuestro',
      ru: '{title}: публикация прервана по нашей вине',
      zh: '{title}：一次发布因我方故障失败',
    },
    opening: {
      en: 'The publication of {title} gave up at {step}. The publisher reads "we are on it".',
      es: 'La publicación de {title} se ha interrumpido en el paso {step}. El publicador lee "lo estamos resolviendo".',
      ru: 'Публикация {title} прервана на этапе «{step}». Издатель видит: «мы уже разбираемся».',
      zh: '{title} 的发布在“{step}”中止。发布者看到“我们正在处理”。',
    },
    parts: ['reason', 'stepErrors', 'stepFacts', 'temporal'],
    next: {
      en: 'Correct the cause: docs/OPERATIONS.md, "When something fails", says for each type how. Then publish again or tell the publisher to.',
      es: 'Corrija la causa: docs/OPERATIONS.md, «When something fails», dice cómo en cada caso. Después publique de nuevo o avise al publicador.',
      ru: 'Устраните причину: как именно, сказано для каждого типа в docs/OPERATIONS.md, «When something fails». Затем опубликуйте снова или сообщите издателю.',
      zh: '请消除原因：docs/OPERATIONS.md 的“When something fails”说明了每种类型的处理方法。然后重新发布或通知发布者。',
    },
  },
  overdue: {
    recipients: 'operator',
    subject: {
      en: '{title}: {step} takes longer than estimated',
      es: '{title}: el paso {step} tarda más de lo estimado',
      ru: '{title}: этап «{step}» длится дольше оценки',
      zh: '{title}：“{step}”超出预计时间',
    },
    opening: {
      en: 'The publication of {title} is past the estimate of {step}.',
      es: 'La publicación de {title} ha superado el tiempo estimado del paso {step}.',
      ru: 'Публикация {title} превысила оценку этапа «{step}».',
      zh: '{title} 的发布已超过“{step}”的预计时间。',
    },
    parts: ['stepFacts', 'stepErrors', 'temporal'],
    next: {
      en: 'See what it waits for. A dependency that keeps failing blocks the step after three times the estimate.',
      es: 'Compruebe qué está esperando. Una dependencia que sigue fallando bloquea el paso tras el triple del tiempo estimado.',
      ru: 'Посмотрите, чего она ждёт. Если зависимость не восстановится, этап будет заблокирован по истечении трёх оценок.',
      zh: '请查看它在等待什么。持续失败的依赖项在超过预计时间三倍后会阻止该步骤。',
    },
  },
  stuckRun: {
    recipients: 'operator',
    subject: {
      en: '{title}: its run cannot go on',
      es: '{title}: su ejecución no puede continuar',
      ru: '{title}: запуск не может продолжаться',
      zh: '{title}：运行无法继续',
    },
    opening: {
      en: 'The workflow task of the publication of {title} fails again and again, so no message reaches it:',
      es: 'La tarea de flujo de la publicación de {title} falla una y otra vez, por lo que no le llega ningún mensaje:',
      ru: 'Задача рабочего процесса публикации {title} завершается ошибкой снова и снова, и сообщения до неё не доходят:',
      zh: '{title} 的发布的工作流任务反复失败，因此消息无法送达：',
    },
    parts: ['reason', 'stepFacts', 'temporal'],
    next: {
      en: 'docs/OPERATIONS.md, "A wedged run", says how it goes on. Its publisher is told nothing. This mail comes once.',
      es: 'docs/OPERATIONS.md, «A wedged run», dice cómo continúa. Al publicador no se le dice nada. Este correo llega una sola vez.',
      ru: 'Как её продолжить, сказано в docs/OPERATIONS.md, «A wedged run». Издателю ничего не сообщается. Это письмо приходит один раз.',
      zh: 'docs/OPERATIONS.md 的“A wedged run”说明了如何继续。发布者不会收到通知。此邮件只发送一次。',
    },
  },
  boardAway: {
    recipients: 'operator',
    subject: {
      en: '{title}: the review board does not know that a review has ended',
      es: '{title}: el panel de revisión no sabe que una revisión ha terminado',
      ru: '{title}: доска рецензентов не знает о завершении проверки',
      zh: '{title}：评审看板不知道评审已结束',
    },
    opening: {
      en: 'The review of {title} is decided, and the publication went on. The board could not be told:',
      es: 'La revisión de {title} está decidida y la publicación ha continuado. No se ha podido avisar al panel:',
      ru: 'Решение по проверке {title} принято, публикация продолжилась. Сообщить об этом доске не удалось:',
      zh: '{title} 的评审已有决定，发布已继续。无法通知看板：',
    },
    parts: ['reason', 'workItem', 'stepFacts', 'temporal'],
    next: {
      en: 'See whether the board can be reached, and what it says against it. It is told again every few minutes; the decision stands, whatever the work item says.',
      es: 'Compruebe si se puede acceder al panel y por qué lo rechaza. Se le avisa de nuevo cada pocos minutos; la decisión es firme, diga lo que diga el elemento de trabajo.',
      ru: 'Проверьте, доступна ли доска и почему она отказывает. Ей сообщают снова каждые несколько минут; решение остаётся в силе, что бы ни стояло в рабочем элементе.',
      zh: '请检查看板是否可以访问，以及它为何拒绝。系统每隔几分钟会再次通知它；无论工作项内容如何，决定仍然有效。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
