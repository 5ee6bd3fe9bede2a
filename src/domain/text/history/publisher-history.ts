import { fillText, type Language, type Message, type Params, type Text } from '../language';
import { timeText } from '../quantity';
import { whyDisabled } from '../mails/webhook-mail';

/** What the history of a publisher itself tells: names to filter by, and lines; `history.ts` fills the placeholders. */
export const publisherHistory = {
  kinds: {
    publisherCreated: {
      en: 'Publisher made',
      es: 'Publicador creado',
      ru: 'Издатель создан',
      zh: '已创建发布者',
    },
    publisherChanged: {
      en: 'Publisher changed',
      es: 'Publicador modificado',
      ru: 'Издатель изменён',
      zh: '已更改发布者',
    },
    tokenCreated: { en: 'Token made', es: 'Token creado', ru: 'Токен создан', zh: '已创建令牌' },
    tokenRevoked: { en: 'Token revoked', es: 'Token revocado', ru: 'Токен отозван', zh: '已吊销令牌' },
    webhookCreated: { en: 'Webhook made', es: 'Webhook creado', ru: 'Вебхук создан', zh: '已创建 Webhook' },
    webhookChanged: {
      en: 'Webhook changed',
      es: 'Webhook modificado',
      ru: 'Вебхук изменён',
      zh: '已更改 Webhook',
    },
    webhookSecretChanged: {
      en: 'Webhook’s secret changed',
      es: 'Secreto del webhook cambiado',
      ru: 'Секрет вебхука сменён',
      zh: '已更换 Webhook 密钥',
    },
    webhookRemoved: {
      en: 'Webhook removed',
      es: 'Webhook eliminado',
      ru: 'Вебхук удалён',
      zh: '已删除 Webhook',
    },
    publisherExceptionGranted: {
      en: 'Exception for every offer granted',
      es: 'Excepción para todas las ofertas concedida',
      ru: 'Исключение для всех предложений разрешено',
      zh: '已批准适用于所有产品/服务的例外',
    },
    publisherExceptionEnded: {
      en: 'Exception for every offer ended',
      es: 'Excepción para todas las ofertas terminada',
      ru: 'Исключение для всех предложений прекращено',
      zh: '适用于所有产品/服务的例外已结束',
    },
  },
  texts: {
    publisherCreated: {
      en: 'The publisher was made. {settings}',
      es: 'Se ha creado el publicador. {settings}',
      ru: 'Издатель создан. {settings}',
      zh: '已创建发布者。{settings}',
    },
    publisherChanged: {
      en: 'The publisher was changed. {settings}',
      es: 'Se ha modificado el publicador. {settings}',
      ru: 'Издатель изменён. {settings}',
      zh: '已更改发布者。{settings}',
    },
    tokenCreated: {
      en: 'Token {name} was made, with the role {role}. {end}',
      es: 'Se ha creado el token {name}, con el rol {role}. {end}',
      ru: 'Создан токен {name} с ролью {role}. {end}',
      zh: '已创建令牌 {name}，角色为 {role}。{end}',
    },
    tokenRevoked: {
      en: 'Token {name} was revoked; its role was {role}.',
      es: 'Se ha revocado el token {name}; su rol era {role}.',
      ru: 'Токен {name} отозван; его роль была {role}.',
      zh: '已吊销令牌 {name}；其角色为 {role}。',
    },
    webhookCreated: {
      en: 'A webhook to {receiver} was made.',
      es: 'Se ha creado un webhook a {receiver}.',
      ru: 'Создан вебхук на {receiver}.',
      zh: '已创建发往 {receiver} 的 Webhook。',
    },
    webhookChanged: {
      en: 'The webhook to {receiver} was changed. {state}',
      es: 'Se ha modificado el webhook a {receiver}. {state}',
      ru: 'Вебхук на {receiver} изменён. {state}',
      zh: '已更改发往 {receiver} 的 Webhook。{state}',
    },
    webhookSecretChanged: {
      en: 'The webhook to {receiver} got a new secret.',
      es: 'El webhook a {receiver} tiene un secreto nuevo.',
      ru: 'Вебхук на {receiver} получил новый секрет.',
      zh: '发往 {receiver} 的 Webhook 已获得新密钥。',
    },
    webhookRemoved: {
      en: 'The webhook to {receiver} was removed.',
      es: 'Se ha eliminado el webhook a {receiver}.',
      ru: 'Вебхук на {receiver} удалён.',
      zh: '已删除发往 {receiver} 的 Webhook。',
    },
    publisherExceptionGranted: {
      en: 'No offer need keep {ruleId} until {until}. {reason}',
      es: 'Ninguna oferta tiene que cumplir {ruleId} hasta el {until}. {reason}',
      ru: 'Все предложения могут не соблюдать {ruleId} до {until}. {reason}',
      zh: '所有产品/服务在 {until} 之前都无需遵守 {ruleId}。{reason}',
    },
    publisherExceptionEnded: {
      en: '{ruleId} counts for every offer again; the exception would have lasted until {until}.',
      es: '{ruleId} vuelve a contar para todas las ofertas; la excepción habría durado hasta el {until}.',
      ru: '{ruleId} снова действует для всех предложений; исключение действовало бы до {until}.',
      zh: '{ruleId} 对所有产品/服务重新生效；该例外原定持续到 {until}。',
    },
  },
} as const satisfies Readonly<Record<'kinds' | 'texts', Readonly<Record<string, Text>>>>;

type Payload = Readonly<Record<string, unknown>>;
type Reader = (event: { readonly payload: Payload }, language: Language) => Params;

/** Only what was set. */
export const settingsOf: Reader = ({ payload }, language) => ({
  settings: Object.entries(settings)
    .flatMap(([name, text]) => {
      const value = payload[name];
      return typeof value === 'string' || typeof value === 'number'
        ? [fillText(text, language, { value })]
        : [];
    })
    .join(' '),
});

const settings: Readonly<Record<string, Text>> = {
  displayText: {
    en: 'Name: “{value}”.',
    es: 'Nombre: «{value}».',
    ru: 'Название: «{value}».',
    zh: '名称：“{value}”。',
  },
  language: { en: 'Language: {value}.', es: 'Idioma: {value}.', ru: 'Язык: {value}.', zh: '语言：{value}。' },
  goLiveVotes: {
    en: 'People who must agree to a go-live: {value}.',
    es: 'Personas que deben aprobar la puesta en producción: {value}.',
    ru: 'Сколько человек должны согласиться на запуск: {value}.',
    zh: '推出须同意的人数：{value}。',
  },
};

export const tokenEndOf: Reader = ({ payload: { expiresAt } }, language) => ({
  end:
    typeof expiresAt === 'string'
      ? fillText(goodUntil, language, { time: timeText(expiresAt, language) })
      : '',
});

const goodUntil: Text = {
  en: 'It is good until {time}.',
  es: 'Es válido hasta el {time}.',
  ru: 'Действует до {time}.',
  zh: '有效期至 {time}。',
};

export const webhookStateOf: Reader = ({ payload: { state, disabledBecause } }, language) => ({
  state:
    state === 'disabled'
      ? [
          disabled[language],
          ...(isMessage(disabledBecause) ? [whyDisabled(disabledBecause, language)] : []),
        ].join(' ')
      : '',
});

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'code' in value && 'params' in value;

const disabled: Text = {
  en: 'It is disabled.',
  es: 'Está desactivado.',
  ru: 'Он отключён.',
  zh: '它已停用。',
};
