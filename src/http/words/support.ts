import type { Text } from '../../domain/text/language';

export const supportWords = {
  support: { en: 'Get support', es: 'Obtener soporte', ru: 'Обратиться в поддержку', zh: '获取支持' },
  contact: {
    en: 'Your e-mail address',
    es: 'Su correo electrónico',
    ru: 'Ваш адрес электронной почты',
    zh: '您的电子邮件地址',
  },
  request: {
    en: 'What can we help with?',
    es: '¿En qué podemos ayudar?',
    ru: 'Чем помочь?',
    zh: '需要什么帮助？',
  },
  send: { en: 'Send', es: 'Enviar', ru: 'Отправить', zh: '发送' },
  supportSent: {
    en: 'Your request was received: case {case}',
    es: 'Hemos recibido su solicitud: caso {case}',
    ru: 'Запрос принят: номер {case}',
    zh: '已收到您的请求：编号 {case}',
  },
  badContact: {
    en: 'Enter one e-mail address so that support can answer. Nothing was sent.',
    es: 'Escriba una dirección de correo para que soporte pueda responder. No se ha enviado nada.',
    ru: 'Укажите один адрес электронной почты для ответа. Ничего не отправлено.',
    zh: '请输入一个电子邮件地址以便答复。未发送任何内容。',
  },
  badText: {
    en: 'Describe the problem in 1 to 5,000 characters. Nothing was sent.',
    es: 'Describa el problema en 1 a 5.000 caracteres. No se ha enviado nada.',
    ru: 'Опишите проблему (от 1 до 5000 символов). Ничего не отправлено.',
    zh: '请用 1 至 5000 个字符描述问题。未发送任何内容。',
  },
  supportTooOften: {
    en: 'You have asked about this offer several times within an hour. Nothing was sent. Send it again later, or answer one of the mails.',
    es: 'Ha preguntado por esta oferta varias veces en una hora. No se ha enviado nada. Inténtelo más tarde o responda a uno de los correos.',
    ru: 'За час уже было несколько запросов об этом предложении. Ничего не отправлено. Отправьте позже или ответьте на одно из писем.',
    zh: '您在一小时内已多次就此产品/服务提出请求。未发送任何内容。请稍后再发，或回复其中一封邮件。',
  },
  back: { en: 'Back to the status', es: 'Volver al estado', ru: 'Назад к состоянию', zh: '返回状态页' },
  supportHelp: {
    en: 'Support sees where this publication stands; you need not repeat it. Say what you tried and what you expected.',
    es: 'Soporte ve en qué punto está esta publicación; no hace falta repetirlo. Indique qué ha intentado y qué esperaba.',
    ru: 'Поддержка видит, в каком состоянии эта публикация, повторять это не нужно. Напишите, что вы пробовали и чего ожидали.',
    zh: '支持人员可以看到此次发布的状态，无需重复说明。请写明您尝试了什么、期望什么。',
  },
  supportMailed: {
    en: 'The request is stored. Within a minute it is mailed to support, and a confirmation to {contact}; if the mail server is away, as soon as it is back. Support answers there.',
    es: 'La solicitud está guardada. En un minuto se envía a soporte, y una confirmación a {contact}; si el servidor de correo no responde, en cuanto vuelva. Soporte responderá ahí.',
    ru: 'Запрос сохранён. В течение минуты он уйдёт в поддержку, подтверждение — на {contact}; если почтовый сервер недоступен, то как только он вернётся. Ответ придёт туда же.',
    zh: '请求已保存。一分钟内会发送给支持人员，并向 {contact} 发送确认；如果邮件服务器不可用，恢复后立即发送。支持人员将在那里答复。',
  },
  supportAlong: { en: 'Sent along', es: 'Se envía también', ru: 'Отправляется вместе', zh: '一并发送' },
  step: { en: 'Step', es: 'Paso', ru: 'Этап', zh: '步骤' },
  publicationId: { en: 'Publication', es: 'Publicación', ru: 'Публикация', zh: '发布' },
} satisfies Record<string, Text>;
