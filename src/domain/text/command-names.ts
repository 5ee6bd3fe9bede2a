import type { CommandName } from '../publication/commands';
import type { Language, Text } from './language';
import { stagingCommands } from './publication/staging-texts';

/** A message by the words of its button. One of another release is shown by its own name. */
export function commandText(name: string, language: Language, isStaged = false): string {
  if (!isKnown(name)) return name;
  const own = isStaged ? stagingCommands[name] : undefined;
  return (own ?? commandTexts[name])[language];
}

export const commandTexts: Readonly<Record<CommandName, Text>> = {
  goLive: { en: 'Go live', es: 'Poner en producción', ru: 'Запустить', zh: '推出' },
  withdrawGoLive: {
    en: 'Withdraw go-live',
    es: 'Retirar la puesta en producción',
    ru: 'Отозвать запуск',
    zh: '撤回推出',
  },
  cancel: { en: 'Cancel publishing', es: 'Cancelar publicación', ru: 'Отменить публикацию', zh: '取消发布' },
  reviewDecision: {
    en: 'Review decision',
    es: 'Decisión de la revisión',
    ru: 'Решение проверяющего',
    zh: '评审决定',
  },
  notificationEmails: {
    en: 'Notification addresses',
    es: 'Direcciones de notificación',
    ru: 'Адреса для уведомлений',
    zh: '通知地址',
  },
};

const isKnown = (name: string): name is CommandName => Object.hasOwn(commandTexts, name);
