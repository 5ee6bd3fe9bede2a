import { type Language, type Text } from '../language';

/** Beside a step that works longer than its published estimate. */
export const overdueText = (language: Language): string => text[language];

const text: Text = {
  en: 'longer than estimated; the operator knows',
  es: 'más de lo estimado; el operador lo sabe',
  ru: 'дольше оценки; оператор знает',
  zh: '超出预计时间；操作员已知晓',
};
