import type { Text } from '../../domain/text/language';

/**
 * What the API is about, in the order the documentation tells it. Every operation carries one of these names; the
 * OpenAPI document has the English texts, the page those of its reader.
 */
export const tags = {
  'Cloud Partner Portal': {
    name: {
      en: 'Cloud Partner Portal',
      es: 'Cloud Partner Portal',
      ru: 'Cloud Partner Portal',
      zh: 'Cloud Partner Portal',
    },
    about: {
      en: 'The Cloud Partner Portal API of 2017-10-31: its clients work here unchanged. They send `?api-version=2017-10-31`; others may leave it out.',
      es: 'La API de Cloud Partner Portal del 2017-10-31: sus clientes funcionan aquí sin cambios. Envían `?api-version=2017-10-31`; los demás pueden omitirlo.',
      ru: 'API Cloud Partner Portal версии 2017-10-31: его клиенты работают здесь без изменений. Они посылают `?api-version=2017-10-31`; остальным это не нужно.',
      zh: 'Cloud Partner Portal 的 2017-10-31 版 API：其客户端无需更改即可在此使用。它们会发送 `?api-version=2017-10-31`；其他客户端可以省略。',
    },
  },
  Offers: {
    name: { en: 'Offers', es: 'Ofertas', ru: 'Предложения', zh: '产品/服务' },
    about: {
      en: 'Lists, comparison and a dry run, beyond what the Cloud Partner Portal could do.',
      es: 'Listas, comparación y un ensayo, más allá de lo que Cloud Partner Portal podía hacer.',
      ru: 'Списки, сравнение и пробная проверка - сверх того, что умел Cloud Partner Portal.',
      zh: '列表、比较和试运行，超出 Cloud Partner Portal 的功能。',
    },
  },
  Publication: {
    name: { en: 'Publication', es: 'Publicación', ru: 'Публикация', zh: '发布' },
    about: {
      en: 'Following what was published, and talking about it.',
      es: 'Seguir lo que se publicó y hablar sobre ello.',
      ru: 'Как следить за опубликованным и говорить о нём.',
      zh: '跟踪已发布的内容并就其沟通。',
    },
  },
  Certification: {
    name: { en: 'Certification', es: 'Certificación', ru: 'Сертификация', zh: '认证' },
    about: {
      en: 'What certifications rest on: signed reports, and exceptions from rules.',
      es: 'En qué se basan las certificaciones: informes firmados y excepciones a las reglas.',
      ru: 'На чём держится сертификация: подписанные отчёты и исключения из правил.',
      zh: '认证的依据：已签名的报告和规则例外。',
    },
  },
  Reviews: {
    name: { en: 'Reviews', es: 'Revisiones', ru: 'Рассмотрение', zh: '审查' },
    about: {
      en: 'What reviewers decide about, and what they and publishers say to each other.',
      es: 'Sobre qué deciden los revisores y qué se dicen ellos y los editores.',
      ru: 'О чём решают рецензенты и что они и издатели говорят друг другу.',
      zh: '审查者决定的事项，以及他们与发布者之间的交流。',
    },
  },
  Events: {
    name: { en: 'Events', es: 'Eventos', ru: 'События', zh: '事件' },
    about: {
      en: 'Everything that happens, as it happens: server-sent events and webhooks.',
      es: 'Todo lo que ocurre, en el momento: eventos enviados por el servidor y webhooks.',
      ru: 'Всё, что происходит, сразу же: события от сервера (SSE) и веб-перехватчики.',
      zh: '实时了解发生的一切：服务器发送的事件和 Webhook。',
    },
  },
  Uploads: {
    name: { en: 'Uploads', es: 'Cargas', ru: 'Загрузка файлов', zh: '上传' },
    about: {
      en: 'Disks, packages and logos, brought into the publisher’s own container.',
      es: 'Discos, paquetes y logotipos, llevados al contenedor propio del editor.',
      ru: 'Диски, пакеты и логотипы попадают в собственный контейнер издателя.',
      zh: '将磁盘、包和徽标上传到发布者自己的容器。',
    },
  },
  Access: {
    name: { en: 'Access', es: 'Acceso', ru: 'Доступ', zh: '访问' },
    about: {
      en: 'Who you are, publishers and their tokens.',
      es: 'Quién es usted, los editores y sus tokens.',
      ru: 'Кто вы, издатели и их токены.',
      zh: '您的身份、发布者及其令牌。',
    },
  },
  Operations: {
    name: { en: 'Operations', es: 'Operación', ru: 'Эксплуатация', zh: '运维' },
    about: {
      en: 'For whoever runs this installation.',
      es: 'Para quienes administran esta instalación.',
      ru: 'Для тех, кто управляет этой установкой.',
      zh: '供运行此系统的人员使用。',
    },
  },
} as const satisfies Readonly<Record<string, { readonly name: Text; readonly about: Text }>>;
