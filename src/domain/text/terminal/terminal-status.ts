import type { Text } from '../language';

/** How a publication stands, as a terminal shows it. Commands are the same in every language. */
export const terminalStatus = {
  version: { en: 'version {version}', es: 'versión {version}', ru: 'версия {version}', zh: '版本 {version}' },
  attempt: {
    en: 'publication {publicationId}, started {time}',
    es: 'publicación {publicationId}, iniciada el {time}',
    ru: 'публикация {publicationId}, начата {time}',
    zh: '发布 {publicationId}，开始于 {time}',
  },
  neverPublished: {
    en: 'It has never been published: {command}',
    es: 'No se ha publicado nunca: {command}',
    ru: 'Ещё ни разу не публиковалось: {command}',
    zh: '尚未发布过：{command}',
  },
  waitsFor: {
    en: 'Waits for: {what}',
    es: 'Espera: {what}',
    ru: 'Ожидает: {what}',
    zh: '正在等待：{what}',
  },
  preview: {
    en: 'Preview for {subscription}: {uri}',
    es: 'Vista previa para {subscription}: {uri}',
    ru: 'Предварительная версия для {subscription}: {uri}',
    zh: '{subscription} 的预览：{uri}',
  },
  page: {
    en: 'Status page: {uri}',
    es: 'Página de estado: {uri}',
    ru: 'Страница состояния: {uri}',
    zh: '状态页面：{uri}',
  },
  next: {
    en: 'Next: {command}',
    es: 'Siguiente: {command}',
    ru: 'Далее: {command}',
    zh: '下一步：{command}',
  },
  decide: {
    en: 'Next: {goLive}   or   {cancel}',
    es: 'Siguiente: {goLive}   o   {cancel}',
    ru: 'Далее: {goLive}   или   {cancel}',
    zh: '下一步：{goLive}   或   {cancel}',
  },
  decideStaged: {
    en: 'Next: {goLive} (request approval to push to production)   or   {cancel}',
    es: 'Siguiente: {goLive} (solicitar la aprobación para pasar a producción)   o   {cancel}',
    ru: 'Далее: {goLive} (запросить перевод в рабочую среду)   или   {cancel}',
    zh: '下一步：{goLive}（请求批准推送到生产环境）   或   {cancel}',
  },
  takeVoteBack: {
    en: 'To take a vote back: {command}',
    es: 'Para retirar un voto: {command}',
    ru: 'Чтобы отозвать голос: {command}',
    zh: '撤回投票：{command}',
  },
  nothingToDo: {
    en: 'Next: nothing; it goes on by itself. To take that back: {command}',
    es: 'Siguiente: nada; continúa sin más. Para retirarlo: {command}',
    ru: 'Далее: ничего, всё пойдёт само. Чтобы это отозвать: {command}',
    zh: '下一步：无需操作，会自动继续。撤回：{command}',
  },
  correct: {
    en: 'Next: correct it, {put}, {publish}',
    es: 'Siguiente: corríjalo, {put}, {publish}',
    ru: 'Далее: исправьте, {put}, {publish}',
    zh: '下一步：更正后执行 {put}，{publish}',
  },
  whatHappened: {
    en: 'What happened: {command}',
    es: 'Qué ha ocurrido: {command}',
    ru: 'Что произошло: {command}',
    zh: '发生了什么：{command}',
  },
  ask: { en: 'Ask: {command}', es: 'Preguntar: {command}', ru: 'Спросить: {command}', zh: '询问：{command}' },
  at: { en: 'at {place}', es: 'en {place}', ru: 'в {place}', zh: '位于 {place}' },
  ofPlan: { en: '(plan {plan})', es: '(plan {plan})', ru: '(план {plan})', zh: '（计划 {plan}）' },
  earlier: {
    en: '({count} earlier)',
    es: '(anteriores: {count})',
    ru: '(более ранних: {count})',
    zh: '（更早的：{count}）',
  },
  done: { en: 'done', es: 'listo', ru: 'готово', zh: '完成' },
  nothingYet: {
    en: 'Nothing happened yet.',
    es: 'Aún no ha ocurrido nada.',
    ru: 'Пока ничего не произошло.',
    zh: '尚无任何事件。',
  },
} satisfies Readonly<Record<string, Text>>;
