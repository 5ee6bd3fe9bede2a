import type { Text } from '../../domain/text/language';

export const allPagesWords = {
  allOffers: { en: 'All offers', es: 'Todas las ofertas', ru: 'Все предложения', zh: '所有产品/服务' },
  offer: { en: 'Offer', es: 'Oferta', ru: 'Предложение', zh: '产品/服务' },
  title: { en: 'Title', es: 'Título', ru: 'Название', zh: '标题' },
  version: { en: 'Version', es: 'Versión', ru: 'Версия', zh: '版本' },
  changed: { en: 'Changed', es: 'Modificada', ru: 'Изменено', zh: '更改时间' },
  status: { en: 'Status', es: 'Estado', ru: 'Состояние', zh: '状态' },
  noOffers: {
    en: 'There is no offer yet. Save a draft over the API, and it stands here.',
    es: 'Todavía no hay ofertas. Guarde un borrador mediante la API y aparecerá aquí.',
    ru: 'Предложений пока нет. Сохраните черновик через API, и он появится здесь.',
    zh: '还没有产品/服务。通过 API 保存草稿后，会显示在这里。',
  },
  skipToContent: {
    en: 'Skip to content',
    es: 'Ir al contenido',
    ru: 'К содержанию',
    zh: '跳到内容',
  },
  rules: {
    en: 'Certification rules',
    es: 'Reglas de certificación',
    ru: 'Правила сертификации',
    zh: '认证规则',
  },
  language: { en: 'Language', es: 'Idioma', ru: 'Язык', zh: '语言' },
  notFound: {
    en: 'There is nothing at this address',
    es: 'No hay nada en esta dirección',
    ru: 'По этому адресу ничего нет',
    zh: '此地址没有内容',
  },
  notFoundHelp: {
    en: 'Check the address, or start from all offers.',
    es: 'Compruebe la dirección o empiece en todas las ofertas.',
    ru: 'Проверьте адрес или начните со всех предложений.',
    zh: '请检查地址，或从所有产品/服务开始。',
  },
  refused: {
    en: 'This was refused',
    es: 'Se ha rechazado',
    ru: 'Отклонено',
    zh: '已拒绝',
  },
  notUnderstood: {
    en: 'The request cannot be understood. Nothing was changed. Go back and try it again from the page.',
    es: 'No se entiende la solicitud. No se ha cambiado nada. Vuelva atrás y repítalo desde la página.',
    ru: 'Запрос не понят. Ничего не изменено. Вернитесь и повторите действие на странице.',
    zh: '无法理解该请求。未做任何更改。请返回页面重试。',
  },
  tooLarge: {
    en: 'What was sent is too large. Nothing was changed. Shorten the text, or upload large files on their own.',
    es: 'Lo enviado es demasiado grande. No se ha cambiado nada. Acorte el texto o cargue los archivos grandes por separado.',
    ru: 'Отправлено слишком много данных. Ничего не изменено. Сократите текст или загрузите большие файлы отдельно.',
    zh: '发送的内容过大。未做任何更改。请缩短文本，或单独上传大文件。',
  },
  foreignForm: {
    en: 'The form did not come from a page of ours, or you are not signed in. Nothing was changed. Open the page again and repeat it there.',
    es: 'El formulario no procede de una de nuestras páginas o no ha iniciado sesión. No se ha cambiado nada. Abra la página de nuevo y repítalo allí.',
    ru: 'Форма отправлена не с нашей страницы, или вы не вошли. Ничего не изменено. Откройте страницу снова и повторите.',
    zh: '表单不是来自我们的页面，或您未登录。未做任何更改。请重新打开页面再试。',
  },
  ourFault: {
    en: 'Something went wrong on our side',
    es: 'Algo ha fallado por nuestra parte',
    ru: 'Произошла ошибка на нашей стороне',
    zh: '我们这边出现了问题',
  },
  ourFaultHelp: {
    en: 'Nothing you did caused this. Try again in a minute; if it stays, tell support the time.',
    es: 'No se debe a nada que haya hecho. Inténtelo de nuevo en un minuto; si continúa, indique la hora a soporte.',
    ru: 'Это не ваша вина. Повторите через минуту; если не поможет, сообщите время в поддержку.',
    zh: '这不是您造成的。请稍后重试；如果仍然存在，请将时间告知支持人员。',
  },
} satisfies Record<string, Text>;
