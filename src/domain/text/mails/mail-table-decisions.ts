import type { MailRow } from './mail-row';

/** Mails about preview, sign-off and how a publication ended well or was called off. */
export const decisionMails = {
  previewReady: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the preview is ready for your sign-off',
      es: '{title}: la vista previa está lista para su aprobación',
      ru: '{title}: предварительный просмотр готов и ждёт вашего утверждения',
      zh: '{title}：预览已就绪，等待您签收',
    },
    opening: {
      en: 'All steps before sign-off are done: the preview of {title} is accessible. Only allow-listed subscriptions can see it and deploy from it.',
      es: 'Todos los pasos previos a la aprobación han terminado: ya se puede acceder a la vista previa de {title}. Solo las suscripciones permitidas pueden verla e implementarla.',
      ru: 'Все этапы до утверждения пройдены: предварительный просмотр {title} открыт. Видеть его и развёртывать из него могут только разрешённые подписки.',
      zh: '签收前的所有步骤均已完成：{title} 的预览现已可访问。只有允许列表中的订阅可以查看并从中部署。',
    },
    parts: ['previewLinks', 'certificationReport', 'goLiveWays', 'goLiveState'],
    next: {
      en: 'Check that everything looks right and that it deploys. Then click Go live on the Status page. If something is wrong, click Cancel publishing, correct it and publish again.',
      es: 'Compruebe que todo es correcto y que se implementa bien. Después haga clic en Poner en producción en la página Estado. Si algo no está bien, haga clic en Cancelar publicación, corríjalo y publique de nuevo.',
      ru: 'Проверьте, что всё верно и развёртывание работает. Затем нажмите «Запустить» на странице «Состояние». Если что-то не так, нажмите «Отменить публикацию», исправьте и опубликуйте снова.',
      zh: '请检查一切是否正确、能否部署，然后在状态页面单击“推出”。如有问题，请单击“取消发布”，更正后重新发布。',
    },
  },
  signOffReminder: {
    recipients: 'publisher',
    subject: {
      en: '{title}: still waiting for your sign-off (reminder {number})',
      es: '{title}: sigue pendiente de su aprobación (recordatorio {number})',
      ru: '{title}: всё ещё ждёт вашего утверждения (напоминание {number})',
      zh: '{title}：仍在等待您签收（第 {number} 次提醒）',
    },
    opening: {
      en: 'The preview of {title} is ready, and nobody has decided yet. It waits as long as you need.',
      es: 'La vista previa de {title} está lista y nadie ha decidido todavía. Esperará el tiempo que necesite.',
      ru: 'Предварительный просмотр {title} готов, но решения ещё нет. Предложение будет ждать столько, сколько нужно.',
      zh: '{title} 的预览已就绪，但尚未有人作出决定。它会一直等待。',
    },
    parts: ['previewLinks', 'goLiveWays', 'goLiveState'],
    next: {
      en: 'Click Go live on the Status page, or Cancel publishing if this version shall not go live.',
      es: 'Haga clic en Poner en producción en la página Estado, o en Cancelar publicación si esta versión no debe publicarse.',
      ru: 'Нажмите «Запустить» на странице «Состояние» или «Отменить публикацию», если эту версию запускать не нужно.',
      zh: '请在状态页面单击“推出”；如不推出此版本，请单击“取消发布”。',
    },
  },
  goLiveApproved: {
    recipients: 'publisher',
    subject: {
      en: '{title}: approved to go live',
      es: '{title}: puesta en producción aprobada',
      ru: '{title}: запуск утверждён',
      zh: '{title}：已批准推出',
    },
    opening: {
      en: 'The go-live of {title} is decided. It goes to production now.',
      es: 'La puesta en producción de {title} está decidida. Pasa ahora a producción.',
      ru: 'Решение о запуске {title} принято. Предложение переходит в рабочую среду.',
      zh: '{title} 已决定推出，正在进入生产环境。',
    },
    parts: ['nextStep', 'goLiveState'],
    next: {
      en: 'Nothing to do: another mail tells you when the offer is officially live.',
      es: 'No tiene que hacer nada: otro correo le avisará cuando la oferta esté oficialmente publicada.',
      ru: 'Ничего делать не нужно: когда предложение будет официально опубликовано, придёт ещё одно письмо.',
      zh: '您无需执行任何操作：产品/服务正式推出后会另发邮件通知您。',
    },
  },
  live: {
    recipients: 'publisher',
    subject: {
      en: '{title} is live',
      es: '{title}: la oferta está publicada',
      ru: '{title}: предложение опубликовано',
      zh: '{title} 已推出',
    },
    opening: {
      en: '{title} is officially live: customers can find it and deploy it in their subscriptions.',
      es: '{title} está oficialmente publicada: los clientes pueden encontrarla e implementarla en sus suscripciones.',
      ru: '{title}: предложение официально опубликовано. Клиенты могут найти его и развернуть в своих подписках.',
      zh: '{title} 已正式推出：客户可以找到它并在其订阅中部署。',
    },
    parts: ['liveLinks', 'certificationReport', 'checkList'],
    next: {
      en: 'Test in production what you tested in preview. To change the offer, edit it and publish again: this version stays up until the new one is live.',
      es: 'Pruebe en producción lo mismo que probó en la vista previa. Para cambiar la oferta, edítela y publique de nuevo: esta versión sigue disponible hasta que la nueva esté publicada.',
      ru: 'Проверьте в рабочей среде то же, что проверяли в предварительном просмотре. Чтобы изменить предложение, отредактируйте его и опубликуйте снова: эта версия доступна, пока не опубликована новая.',
      zh: '请在生产环境中测试您在预览中测试过的内容。如需更改，请编辑并重新发布：在新版本推出之前，此版本保持可用。',
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
      en: 'This publication of {title} was canceled and its preview withdrawn. A version that is live stays live.',
      es: 'Esta publicación de {title} se ha cancelado y su vista previa se ha retirado. Si hay una versión publicada, sigue publicada.',
      ru: 'Эта публикация {title} отменена, предварительный просмотр закрыт. Уже опубликованная версия остаётся доступной.',
      zh: '{title} 的本次发布已取消，预览已撤回。已推出的版本保持不变。',
    },
    parts: ['whoCanceled'],
    next: {
      en: 'The status is back at step 1. To publish, click Publish and follow the steps again.',
      es: 'El estado vuelve al paso 1. Para publicar, haga clic en Publicar y siga de nuevo los pasos.',
      ru: 'Состояние вернулось к шагу 1. Чтобы опубликовать предложение, нажмите «Опубликовать» и пройдите этапы снова.',
      zh: '状态已返回步骤 1。如需发布，请单击“发布”并重新按步骤操作。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
