import { type Language, type Text, fillText } from './language';

/** Who acted. What nobody vouched for is a claim, and is said to be one. */
export function actorText(actor: string, language: Language, isVouchedFor = true): string {
  const name = Object.hasOwn(doors, actor) ? (doors[actor]?.[language] ?? actor) : actor;
  return isVouchedFor ? name : fillText(unverified, language, { name });
}

/** Whoever holds the one API token is the publisher; what is known is the door they came through. */
const doors: Readonly<Record<string, Text>> = {
  api: { en: 'The publisher (API)', es: 'El publicador (API)', ru: 'Издатель (API)', zh: '发布者（API）' },
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
