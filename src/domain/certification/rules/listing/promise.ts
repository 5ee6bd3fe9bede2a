import { phrases } from '../../listing/phrases';
import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const promise: Rule<ListingFacts> = {
  id: 'listing.text.promise',
  severity: 'warning',
  title: 'No text promises what the offer does not have yet',
  rationale:
    'Customers pay for what is there today. A promised function that comes late, or never, ends in refunds and bad reviews.',
  policy: '100.1',
  message: {
    en: '"{field}" seems to promise something that is still to come: {quote}',
    es: '«{field}» parece prometer algo que aún no existe: {quote}',
    ru: 'В поле «{field}», похоже, обещано то, чего ещё нет: {quote}',
    zh: '“{field}”似乎承诺了尚未提供的功能：{quote}',
  },
  fix: {
    en: 'Describe what this version does. Tell of new functions once they are there.',
    es: 'Describa lo que hace esta versión. Anuncie las funciones nuevas cuando existan.',
    ru: 'Опишите, что умеет эта версия. О новых возможностях расскажите, когда они появятся.',
    zh: '请描述此版本的现有功能。新功能推出后再作介绍。',
  },
  check: ({ texts }) =>
    texts.filter(({ kind }) => kind !== 'terms').flatMap((text) => quoted(text, find(text.read))),
};

const within = '[^.!?;:\\n]{0,60}?';

/** Never a word for the future alone: machines restart soon, and certificates will be renewed in the next hour. */
const find = phrases({
  words: [
    'coming (?:very )?soon',
    'stay tuned',
    `(?:coming|planned|available|added|supported|released|launch(?:es|ing)?|ships?) ${within}in (?:a|an|the|one of our|our) (?:future|upcoming|next|later) (?:release|version|update)s?`,
    'in (?:future|upcoming) (?:releases|versions|updates)',
    'will (?:soon )?be (?:added|released|supported|launched|introduced) (?:soon|shortly|later|in (?:the )?(?:future|coming))',
    'on (?:our|the|the product|the public) roadmap',
    '(?:planned|scheduled|expected) for (?:q[1-4]|the (?:first|second|third|fourth) quarter|(?:early |late |mid-?)?20[2-9]\\d)',
    '(?:disponibles?|llegarán?|a la venta) próximamente|próximamente (?:disponibles?|a la venta)|¡próximamente!',
    `(?:disponibles?|incluid[oa]s?|llegarán?|añadirán?|añadiremos|incluiremos|habrá) ${within}(?:en (?:una|la) (?:próxima|futura) (?:versión|actualización)|en (?:próximas|futuras) (?:versiones|actualizaciones))`,
    '(?:en|para) (?:próximas|futuras) (?:versiones|actualizaciones)',
    '(?:estará|estarán) disponibles? (?:pronto|en breve)',
    'скоро (?:появится|появятся|добавим|выйдет|выйдут|станет доступн[аоы]?|станут доступны|будет доступн[аоы]?|будут доступны|в продаже)',
    `(?:появится|появятся|добавим|будет добавлен[аоы]?|будут добавлены|выйдет|планируется|планируем) ${within}в (?:следующей|будущей|ближайшей|одной из следующих|следующих|будущих|ближайших) (?:версии|версий|версиях|обновлении|обновлениях|релизе|релизах)`,
    `в (?:следующей|будущей|ближайшей|следующих|будущих|ближайших) (?:версии|версиях|релизе|релизах) ${within}(?:появится|появятся|добавим|будет добавлен[аоы]?|будут добавлены)`,
    'в ближайшее время (?:появится|появятся|добавим|выйдет)',
    'следите за (?:обновлениями|новостями)',
  ],
  anywhere: [
    '敬请期待',
    '即将(?:推出|上线|发布|面世|支持|开放|提供)',
    '(?:未来|后续|下一个?|将来的?)(?:的)?版本(?:中)?(?:将|会|中)(?:会)?(?:支持|提供|加入|推出|增加)',
    '(?:将|会)在(?:未来|后续|下一个?|将来)(?:的)?版本中?(?:支持|提供|加入|推出|增加)',
  ],
});
