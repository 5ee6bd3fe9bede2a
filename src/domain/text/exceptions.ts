import type { AppliedException } from '../certification/exceptions/exception';
import { fillText, type Language, type Text } from './language';
import { timeText } from './quantity';

/** Why something passes that a rule does not let pass, in one line. */
export function exceptionText({ until, approver, reason }: AppliedException, language: Language): string {
  return fillText(excepted, language, { until: timeText(until, language), approver, reason });
}

const excepted: Text = {
  en: 'Excepted until {until} by {approver}: {reason}',
  es: 'Exceptuado hasta {until} por {approver}: {reason}',
  ru: 'Исключение до {until}, разрешил {approver}: {reason}',
  zh: '例外至 {until}，批准人 {approver}：{reason}',
};

/** What the link to a signed report is called. */
export const certificationReport: Text = {
  en: 'Certification report',
  es: 'Informe de certificación',
  ru: 'Отчёт о сертификации',
  zh: '认证报告',
};
