import type { Text } from '../language';

/** What became of a publish or a message, as a terminal tells it, and of waiting for what follows. */
export const terminalRequests = {
  started: {
    en: '{offer} is being published (publication {publicationId}).',
    es: '{offer} se está publicando (publicación {publicationId}).',
    ru: '{offer} публикуется (публикация {publicationId}).',
    zh: '正在发布 {offer}（发布 {publicationId}）。',
  },
  alreadyRunning: {
    en: '{offer} is already being published (publication {publicationId}).',
    es: '{offer} ya se está publicando (publicación {publicationId}).',
    ru: '{offer} уже публикуется (публикация {publicationId}).',
    zh: '{offer} 已在发布中（发布 {publicationId}）。',
  },
  noticesGoTo: {
    en: 'Its notices go to {addresses}. To change that: {command}',
    es: 'Sus avisos van a {addresses}. Para cambiarlo: {command}',
    ru: 'Уведомления получают {addresses}. Чтобы изменить: {command}',
    zh: '通知发送至 {addresses}。更改：{command}',
  },
  needsAddress: {
    en: 'It will wait for an address for its notices. Next: {command}',
    es: 'Esperará una dirección para sus avisos. Siguiente: {command}',
    ru: 'Она будет ждать адрес для уведомлений. Далее: {command}',
    zh: '它将等待通知地址。下一步：{command}',
  },
  follow: {
    en: 'Follow it: {command}',
    es: 'Para seguirla: {command}',
    ru: 'Следить: {command}',
    zh: '跟踪：{command}',
  },
  signOffFor: {
    en: 'Sign-off for {time}',
    es: 'Aprobación para el {time}',
    ru: 'Утверждение на {time}',
    zh: '定于 {time} 的签收',
  },
  approvalFor: {
    en: 'Request for approval for {time}',
    es: 'Solicitud de aprobación para el {time}',
    ru: 'Запрос на перевод на {time}',
    zh: '定于 {time} 的批准请求',
  },
  accepted: {
    en: '{done}: accepted for {offer}.',
    es: '{done}: aceptado para {offer}.',
    ru: '{done}: принято для {offer}.',
    zh: '{done}：已接受（{offer}）。',
  },
  noAnswer: {
    en: '{done}: accepted, not yet answered. No worker answers just now; it is not lost.',
    es: '{done}: aceptado, aún sin respuesta. Ahora mismo no responde ningún proceso de trabajo; no se ha perdido.',
    ru: '{done}: принято, ответа ещё нет. Сейчас не отвечает ни один рабочий процесс; ничего не потеряно.',
    zh: '{done}：已接受，尚未答复。目前没有工作进程响应；不会丢失。',
  },
  runFails: {
    en: '{done}: accepted, not yet answered. The publication fails at every try to go on; it is not lost, but an operator has to look at its run.',
    es: '{done}: aceptado, aún sin respuesta. La publicación falla cada vez que intenta continuar; no se ha perdido, pero un operador debe examinar su ejecución.',
    ru: '{done}: принято, ответа ещё нет. Публикация не может продолжиться ни с одной попытки; ничего не потеряно, но оператор должен посмотреть её выполнение.',
    zh: '{done}：已接受，尚未答复。该发布每次尝试继续都会失败；不会丢失，但需要操作员查看其运行。',
  },
  takeBack: {
    en: 'To take it back: {command}',
    es: 'Para retirarlo: {command}',
    ru: 'Чтобы отозвать: {command}',
    zh: '撤回：{command}',
  },
  tryingAgain: {
    en: 'Trying again; the publication goes on meanwhile.',
    es: 'Se vuelve a intentar; la publicación continúa mientras tanto.',
    ru: 'Повторяем; публикация тем временем продолжается.',
    zh: '正在重试；发布在此期间继续进行。',
  },
  notBegun: {
    en: 'not begun by any worker',
    es: 'ningún proceso de trabajo la ha empezado',
    ru: 'ни один рабочий процесс её не начал',
    zh: '尚无工作进程开始处理',
  },
  gaveUp: {
    en: 'Gave up waiting for {offer} ({label}).',
    es: 'Se ha dejado de esperar a {offer} ({label}).',
    ru: 'Ожидание {offer} прекращено ({label}).',
    zh: '已停止等待 {offer}（{label}）。',
  },
  goesOn: {
    en: 'It goes on: {command}',
    es: 'Continúa: {command}',
    ru: 'Она продолжается: {command}',
    zh: '它仍在继续：{command}',
  },
  wentLive: {
    en: '{offer} was not canceled: it went live before. What is live stays live.',
    es: '{offer} no se ha cancelado: antes ha pasado a producción. Lo que está en producción se queda así.',
    ru: '{offer}: публикация не отменена, она успела завершиться запуском. Запущенное остаётся доступным.',
    zh: '{offer} 未被取消：它在此之前已推出。已推出的内容保持不变。',
  },
  stopped: {
    en: 'Stopped watching. The publication of {offer} goes on: {command}',
    es: 'Ya no se observa. La publicación de {offer} continúa: {command}',
    ru: 'Наблюдение прекращено. Публикация {offer} продолжается: {command}',
    zh: '已停止观察。{offer} 的发布仍在继续：{command}',
  },
  see: {
    en: 'See: {command}',
    es: 'Consulte: {command}',
    ru: 'Смотрите: {command}',
    zh: '请参阅：{command}',
  },
} satisfies Readonly<Record<string, Text>>;
