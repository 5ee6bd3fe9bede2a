import type { PublicationMessageCode } from '../../publication/message-codes';
import type { Text } from '../language';
import type { MailEvent } from '../mails/mail-event';
import type { MailRow } from '../mails/mail-row';
import { decisionMails } from '../mails/mail-table-decisions';
import { reviewMails } from '../mails/mail-table-reviews';

export const consultingMessages: Readonly<Partial<Record<PublicationMessageCode, Text>>> = {
  'preview.open': {
    en: 'The preview is open to the allow-listed subscriptions. Read the page as a customer would.',
    es: 'La vista previa está abierta a las suscripciones permitidas. Lea la página como lo haría un cliente.',
    ru: 'Предварительный просмотр открыт для разрешённых подписок. Прочитайте страницу глазами клиента.',
    zh: '预览版已对允许列表中的订阅开放。请以客户的视角阅读页面。',
  },
};

/** Reviewers come before the preview, and what goes live is words: customers ask, nobody deploys. */
export const consultingMails: Readonly<Partial<Record<MailEvent, MailRow>>> = {
  reviewStarted: {
    ...reviewMails.reviewStarted,
    opening: {
      en: 'Reviewers read {title} now. They may ask you on the Review page, and correct words in your draft themselves. A correction goes live only when you publish again.',
      es: 'Los revisores leen ahora {title}. Pueden preguntarle en la página Revisión y corregir ellos mismos su borrador. Una corrección solo se publica cuando usted publica de nuevo.',
      ru: 'Рецензенты читают {title}. Они могут задать вопросы на странице «Проверка» и сами поправить слова в черновике. Поправка выйдет, только когда вы опубликуете предложение снова.',
      zh: '审阅者正在阅读 {title}。他们可能在“评审”页面向您提问，也可能自行更正草稿中的文字。更正只有在您重新发布后才会生效。',
    },
  },
  reviewApproved: {
    ...reviewMails.reviewApproved,
    opening: {
      en: 'The review of {title} has ended with an approval. Its page is made now, and its preview opened.',
      es: 'La revisión de {title} ha terminado con una aprobación. Ahora se prepara su página y se abre la vista previa.',
      ru: 'Проверка {title} завершилась одобрением. Теперь готовится страница и открывается предварительный просмотр.',
      zh: '{title} 的评审已通过。正在制作页面并开放预览。',
    },
    // More than the next step.
    parts: ['reviewComments', 'reviewPage'],
    next: {
      en: 'Nothing to do: another mail tells you when the preview is ready for your sign-off.',
      es: 'No tiene que hacer nada: otro correo le avisará cuando la vista previa esté lista para su aprobación.',
      ru: 'Ничего делать не нужно: когда предварительный просмотр будет ждать вашего утверждения, придёт ещё одно письмо.',
      zh: '您无需执行任何操作：预览可供签收时会另发邮件通知您。',
    },
  },
  previewReady: {
    ...decisionMails.previewReady,
    opening: {
      en: 'The review is passed and the preview of {title} is accessible. Only allow-listed subscriptions can see it.',
      es: 'La revisión está superada y ya se puede acceder a la vista previa de {title}. Solo pueden verla las suscripciones permitidas.',
      ru: 'Проверка пройдена, предварительный просмотр {title} открыт. Видеть его могут только разрешённые подписки.',
      zh: '评审已通过，{title} 的预览现已可访问。只有允许列表中的订阅可以查看。',
    },
    next: {
      en: 'Read the page. Then click Go live on the Status page. If something is wrong, click Cancel publishing, correct it and publish again.',
      es: 'Lea la página. Después haga clic en Poner en producción en la página Estado. Si algo no está bien, haga clic en Cancelar publicación, corríjalo y publique de nuevo.',
      ru: 'Прочитайте страницу. Затем нажмите «Запустить» на странице «Состояние». Если что-то не так, нажмите «Отменить публикацию», исправьте и опубликуйте снова.',
      zh: '请阅读页面，然后在状态页面单击“推出”。如有问题，请单击“取消发布”，更正后重新发布。',
    },
  },
  live: {
    ...decisionMails.live,
    opening: {
      en: '{title} is officially live: customers can find it and ask for it.',
      es: '{title} está oficialmente publicada: los clientes pueden encontrarla y solicitarla.',
      ru: '{title}: предложение официально опубликовано. Клиенты могут найти его и обратиться к вам.',
      zh: '{title} 已正式推出：客户可以找到并咨询。',
    },
    parts: ['liveLinks'],
    next: {
      en: 'Read the page once more in production. To change the offer, edit it and publish again: this version stays up until the new one is live.',
      es: 'Lea la página una vez más en producción. Para cambiar la oferta, edítela y publique de nuevo: esta versión sigue disponible hasta que la nueva esté publicada.',
      ru: 'Прочитайте страницу ещё раз в рабочей среде. Чтобы изменить предложение, отредактируйте его и опубликуйте снова: эта версия доступна, пока не опубликована новая.',
      zh: '请在生产环境中再阅读一次页面。如需更改，请编辑并重新发布：在新版本推出之前，此版本保持可用。',
    },
  },
};
