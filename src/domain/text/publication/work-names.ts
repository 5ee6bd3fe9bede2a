import { stepName } from '../labels';
import type { Language, Text } from '../language';

/** What an activity does, in the words people know: mostly the step it belongs to. */
export function workName(activity: string, language: Language): string {
  if (Object.hasOwn(otherWork, activity)) return otherWork[activity]?.[language] ?? activity;
  return Object.hasOwn(stepOfWork, activity) ? stepName(stepOfWork[activity] ?? '', language) : activity;
}

const stepOfWork: Readonly<Record<string, string>> = {
  validate: 'displaydummycertify',
  certify: 'displaycertify',
  replicate: 'displayprovision',
  packageProduct: 'displaypackage',
  registerLead: 'displaypackage',
  openPreview: 'preview',
  goLiveNow: 'live',
};

const publishing: Text = { en: 'Publishing', es: 'Publicación', ru: 'Публикация', zh: '发布' };

const otherWork: Readonly<Record<string, Text>> = {
  '': publishing,
  unknown: publishing,
  openPublication: { en: 'Start', es: 'Inicio', ru: 'Начало', zh: '启动' },
  withdraw: { en: 'Clean-up', es: 'Limpieza', ru: 'Очистка', zh: '清理' },
  sendMail: { en: 'Mail', es: 'Correo', ru: 'Почта', zh: '邮件' },
  recordProgress: { en: 'Log', es: 'Registro', ru: 'Журнал', zh: '日志' },
};
