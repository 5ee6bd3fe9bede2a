import { type Language, type Text, fillText } from './language';

/** Who acted. What nobody vouched for is a claim, and is said to be one. */
export function actorText(actor: string, language: Language, isVouchedFor = true): string {
  const name = Object.hasOwn(doors, actor) ? (doors[actor]?.[language] ?? actor) : actor;
  return isVouchedFor ? name : fillText(unverified, language, { name });
}

/** `api` holds the installation's own token; everybody else is called as their token is. */
const doors: Readonly<Record<string, Text>> = {
  api: { en: 'The operator', es: 'El operador', ru: 'Оператор', zh: '运营者' },
  portal: {
    en: 'The publisher (portal)',
    es: 'El publicador (portal)',
    ru: 'Издатель (портал)',
    zh: '发布者（门户）',
  },
  '': { en: 'Somebody', es: 'Alguien', ru: 'Неизвестно кто', zh: '某人' },
};

const unverified: Text = {
  en: '{name} (unverified)',
  es: '{name} (sin verificar)',
  ru: '{name} (не подтверждено)',
  zh: '{name}（未验证）',
};
