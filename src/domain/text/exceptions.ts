import { actorText } from './actors';
import type { AppliedException } from '../certification/exceptions/exception';
import { fillText, type Language, type Text } from './language';
import { timeText } from './quantity';

/** Why something passes that a rule does not let pass, in one line. */
export function exceptionText({ until, approver, reason }: AppliedException, language: Language): string {
  return fillText(excepted, language, {
    until: timeText(until, language),
    approver: actorText(approver, language),
    reason,
  });
}

const excepted: Text = {
  en: 'Excepted until {until}: {reason} ({approver})',
  es: 'Exceptuado hasta {until}: {reason} ({approver})',
  ru: 'Исключение до {until}: {reason} ({approver})',
  zh: '例外至 {until}：{reason}（{approver}）',
};

/** What the link to a signed report is called. */
export const certificationReport: Text = {
  en: 'Certification report',
  es: 'Informe de certificación',
  ru: 'Отчёт о сертификации',
  zh: '认证报告',
};
