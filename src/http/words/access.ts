import type { Text } from '../../domain/text/language';

export const accessWords = {
  signIn: { en: 'Sign in', es: 'Iniciar sesión', ru: 'Войти', zh: '登录' },
  signInAsOther: {
    en: 'Sign in with another token',
    es: 'Iniciar sesión con otro token',
    ru: 'Войти с другим токеном',
    zh: '使用其他令牌登录',
  },
  signOut: { en: 'Sign out', es: 'Cerrar sesión', ru: 'Выйти', zh: '退出登录' },
  signedInAs: {
    en: 'Signed in as {actor}',
    es: 'Sesión iniciada como {actor}',
    ru: 'Вы вошли как {actor}',
    zh: '已登录：{actor}',
  },
  everyPublisher: {
    en: 'Every publisher',
    es: 'Todos los publicadores',
    ru: 'Все издатели',
    zh: '所有发布者',
  },
  'role.Owner': { en: 'Owner', es: 'Propietario', ru: 'Владелец', zh: '所有者' },
  'role.Contributor': { en: 'Contributor', es: 'Colaborador', ru: 'Участник', zh: '参与者' },
  'role.Reviewer': { en: 'Reviewer', es: 'Revisor', ru: 'Рецензент', zh: '审阅者' },
  'role.Operator': { en: 'Operator', es: 'Operador', ru: 'Оператор', zh: '运营者' },
  token: { en: 'Token', es: 'Token de acceso', ru: 'Токен', zh: '令牌' },
  tokenHelp: {
    en: 'Paste your token. An owner of the publisher makes one for you; it is shown only once.',
    es: 'Pegue su token. Se lo crea un propietario del publicador y se muestra una sola vez.',
    ru: 'Вставьте свой токен. Его создаёт владелец издателя; показывается он только один раз.',
    zh: '请粘贴您的令牌。令牌由该发布者的所有者创建，仅显示一次。',
  },
  wrongToken: {
    en: 'This token is not one of ours, has expired or was revoked. Check that all of it was copied.',
    es: 'Este token no es nuestro, ha caducado o se ha revocado. Compruebe que lo ha copiado entero.',
    ru: 'Это не наш токен, либо он истёк или отозван. Проверьте, что он скопирован целиком.',
    zh: '此令牌不是我们的、已过期或已被吊销。请检查是否完整复制。',
  },
  apiOnlyToken: {
    en: 'This token opens the API only. For the portal take one that an owner of the publisher made here.',
    es: 'Este token solo sirve para la API. Para el portal, use uno que un propietario del publicador haya creado aquí.',
    ru: 'Этот токен подходит только для API. Для портала возьмите токен, который создал здесь владелец издателя.',
    zh: '此令牌只能用于 API。要使用门户，请使用发布者的所有者在此处创建的令牌。',
  },
  signInNeeded: {
    en: 'Please sign in',
    es: 'Inicie sesión',
    ru: 'Войдите в систему',
    zh: '请登录',
  },
  signInHelp: {
    en: 'This page is for people of the publisher. Sign in with your token, and it opens.',
    es: 'Esta página es para el personal del publicador. Inicie sesión con su token y se abrirá.',
    ru: 'Эта страница для сотрудников издателя. Войдите со своим токеном, и она откроется.',
    zh: '此页面供该发布者的人员使用。使用您的令牌登录后即可打开。',
  },
  signInFromElsewhere: {
    en: 'You came by a link from another site. Choose Sign in: if you have signed in here before, the page opens at once; otherwise you are asked for your token.',
    es: 'Ha llegado por un enlace de otro sitio. Elija Iniciar sesión: si ya había iniciado sesión aquí, la página se abre enseguida; si no, se le pedirá su token.',
    ru: 'Вы пришли по ссылке с другого сайта. Нажмите «Войти»: если вы уже входили здесь, страница откроется сразу, иначе понадобится ваш токен.',
    zh: '您是从其他网站的链接来到这里的。请选择“登录”：如果之前已在此登录，页面会立即打开；否则需要您的令牌。',
  },
  forbidden: {
    en: 'Your token does not permit this',
    es: 'Su token no lo permite',
    ru: 'Ваш токен этого не разрешает',
    zh: '您的令牌不允许此操作',
  },
  forbiddenHelp: {
    en: 'Nothing was changed. Sign in with a token of this publisher whose role permits it, or ask an owner of the publisher.',
    es: 'No se ha cambiado nada. Inicie sesión con un token de este publicador cuyo rol lo permita o consulte a un propietario del publicador.',
    ru: 'Ничего не изменено. Войдите с токеном этого издателя, роль которого это разрешает, или обратитесь к его владельцу.',
    zh: '未做任何更改。请使用角色允许此操作的该发布者令牌登录，或联系该发布者的所有者。',
  },
  tooManyRequests: {
    en: 'Too many requests',
    es: 'Demasiadas solicitudes',
    ru: 'Слишком много запросов',
    zh: '请求过多',
  },
  tooManyRequestsHelp: {
    en: 'Nothing was changed. Wait a minute, then try again.',
    es: 'No se ha cambiado nada. Espere un minuto e inténtelo de nuevo.',
    ru: 'Ничего не изменено. Подождите минуту и повторите.',
    zh: '未做任何更改。请等待一分钟后重试。',
  },
} satisfies Record<string, Text>;
