import type { MailRow } from './mail-row';

/** Mails about findings: what is wrong, how to fix it, and that publishing starts over. */
export const problemMails = {
  startRefused: {
    recipients: 'publisher',
    subject: {
      en: '{title}: publishing did not start',
      es: '{title}: la publicación no ha empezado',
      ru: '{title}: публикация не началась',
      zh: '{title}：发布未开始',
    },
    opening: {
      en: 'A request to publish {title} was refused before its first step. Nothing was published, and the offer has not changed. Why:',
      es: 'Se ha rechazado una solicitud de publicar {title} antes de su primer paso. No se ha publicado nada y la oferta no ha cambiado. Motivo:',
      ru: 'Запрос на публикацию {title} отклонён до первого этапа. Ничего не опубликовано, предложение не изменилось. Причина:',
      zh: '发布 {title} 的请求在第一步之前被拒绝。没有发布任何内容，产品/服务也未更改。原因：',
    },
    parts: ['findings', 'support'],
    next: {
      en: 'The offer itself may be in order: correct the request as the fix above says and send it again, or publish from the portal.',
      es: 'La oferta en sí puede estar bien: corrija la solicitud como indica la solución anterior y envíela de nuevo, o publique desde el portal.',
      ru: 'Само предложение может быть в порядке: исправьте запрос, как указано выше, и отправьте его снова или опубликуйте через портал.',
      zh: '产品/服务本身可能没有问题：请按上述修复方法更正请求并重新发送，或从门户发布。',
    },
  },
  validationFailed: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the offer is not complete yet',
      es: '{title}: la oferta aún no está completa',
      ru: '{title}: предложение заполнено не полностью',
      zh: '{title}：产品/服务尚未填写完整',
    },
    opening: {
      en: 'Publishing {title} stopped at {step}. These fields are missing or wrong:',
      es: 'La publicación de {title} se ha detenido en el paso {step}. Estos campos faltan o no son correctos:',
      ru: 'Публикация {title} остановлена на этапе «{step}». Эти поля не заполнены или неверны:',
      zh: '{title} 的发布在“{step}”停止。以下字段缺失或有误：',
    },
    parts: ['findings', 'support'],
    next: {
      en: 'Correct them in the Editor and click Publish. Publishing starts again at Validate prerequisites.',
      es: 'Corríjalos en el Editor y haga clic en Publicar. La publicación empieza de nuevo en Validar los requisitos previos.',
      ru: 'Исправьте их в редакторе и нажмите «Опубликовать». Публикация начнётся снова с проверки предварительных требований.',
      zh: '请在编辑器中更正，然后单击“发布”。发布将从“验证先决条件”重新开始。',
    },
  },
  certificationFailed: {
    recipients: 'publisher',
    subject: {
      en: '{title}: certification found problems',
      es: '{title}: la certificación ha encontrado problemas',
      ru: '{title}: сертификация выявила проблемы',
      zh: '{title}：认证发现问题',
    },
    opening: {
      en: 'Publishing {title} stopped at {step}. All findings, each with its fix:',
      es: 'La publicación de {title} se ha detenido en el paso {step}. Todos los resultados, cada uno con su solución:',
      ru: 'Публикация {title} остановлена на этапе «{step}». Все замечания и способы их устранить:',
      zh: '{title} 的发布在“{step}”停止。所有检查结果及其修复方法：',
    },
    parts: ['findings', 'rules', 'certificationReport', 'support'],
    next: {
      en: 'Fix the errors and click Publish. Publishing starts again at Validate prerequisites; what has not changed is found and not done again.',
      es: 'Corrija los errores y haga clic en Publicar. La publicación empieza de nuevo en Validar los requisitos previos; lo que no ha cambiado no se repite.',
      ru: 'Исправьте ошибки и нажмите «Опубликовать». Публикация начнётся снова с проверки предварительных требований; то, что не изменилось, повторно не выполняется.',
      zh: '请修复错误，然后单击“发布”。发布将从“验证先决条件”重新开始；未更改的内容不会重复处理。',
    },
  },
  stepFailed: {
    recipients: 'publisher',
    subject: {
      en: '{title}: publishing failed at {step}',
      es: '{title}: error de publicación en el paso {step}',
      ru: '{title}: ошибка публикации на этапе «{step}»',
      zh: '{title}：发布在“{step}”失败',
    },
    opening: {
      en: 'Publishing {title} stopped at {step}. What happened:',
      es: 'La publicación de {title} se ha detenido en el paso {step}. Qué ha ocurrido:',
      ru: 'Публикация {title} остановлена на этапе «{step}». Что произошло:',
      zh: '{title} 的发布在“{step}”停止。发生的情况：',
    },
    parts: ['stepErrors', 'findings', 'support'],
    next: {
      en: 'Resolve this and click Publish. Publishing starts again at Validate prerequisites; what has not changed is found and not done again.',
      es: 'Resuélvalo y haga clic en Publicar. La publicación empieza de nuevo en Validar los requisitos previos; lo que no ha cambiado no se repite.',
      ru: 'Устраните причину и нажмите «Опубликовать». Публикация начнётся снова с проверки предварительных требований; то, что не изменилось, повторно не выполняется.',
      zh: '请解决后单击“发布”。发布将从“验证先决条件”重新开始；未更改的内容不会重复处理。',
    },
  },
  changesRequested: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the reviewers request changes',
      es: '{title}: los revisores solicitan cambios',
      ru: '{title}: проверка требует изменений',
      zh: '{title}：审阅者要求更改',
    },
    opening: {
      en: 'The review of {title} asks for changes, so this publication has ended.',
      es: 'La revisión de {title} solicita cambios, así que esta publicación ha terminado.',
      ru: 'По итогам проверки {title} нужны изменения, эта публикация завершена.',
      zh: '{title} 的评审要求更改，因此本次发布已结束。',
    },
    parts: ['reviewComments', 'reviewPage', 'support'],
    next: {
      en: 'Make the changes and click Publish. Publishing starts again at Validate prerequisites.',
      es: 'Haga los cambios y haga clic en Publicar. La publicación empieza de nuevo en Validar los requisitos previos.',
      ru: 'Внесите изменения и нажмите «Опубликовать». Публикация начнётся снова с проверки предварительных требований.',
      zh: '请进行更改，然后单击“发布”。发布将从“验证先决条件”重新开始。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
