import type { Text } from '../language';

/** How long a step takes: the words of the documented process, in every language. */
export const estimates = {
  '< 1 hour': { en: '< 1 hour', es: '< 1 hora', ru: '< 1 часа', zh: '< 1 小时' },
  '< 1 day': { en: '< 1 day', es: '< 1 día', ru: '< 1 дня', zh: '< 1 天' },
  '< 5 days': { en: '< 5 days', es: '< 5 días', ru: '< 5 дней', zh: '< 5 天' },
  '24-48 hours': { en: '24-48 hours', es: '24-48 horas', ru: '24-48 часов', zh: '24-48 小时' },
  '7-14 business days': {
    en: '7-14 business days',
    es: '7-14 días laborables',
    ru: '7-14 рабочих дней',
    zh: '7-14 个工作日',
  },
  'a few hours': { en: 'a few hours', es: 'unas horas', ru: 'несколько часов', zh: '几小时' },
} satisfies Readonly<Record<string, Text>>;

/** As the table of pipelines names it; empty where nobody can tell. */
export type Estimate = keyof typeof estimates | '';
