import type { WalkthroughPart } from '../offer/staged/walkthrough';
import type { Language, Text } from './language';

/** What a page of the walkthrough is called. */
export const walkthroughName = (part: WalkthroughPart, language: Language): string => names[part][language];

const names: Readonly<Record<WalkthroughPart, Text>> = {
  plans: {
    en: 'Plans and technical content',
    es: 'Planes y contenido técnico',
    ru: 'Планы и техническое содержимое',
    zh: '计划和技术内容',
  },
  marketing: { en: 'Marketing', es: 'Marketing', ru: 'Маркетинг', zh: '市场营销' },
  pricing: { en: 'Pricing', es: 'Precios', ru: 'Цены', zh: '定价' },
  supportAndLegal: {
    en: 'Support and legal',
    es: 'Soporte y aspectos legales',
    ru: 'Поддержка и юридические сведения',
    zh: '支持和法律',
  },
};
