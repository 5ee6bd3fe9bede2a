import { phrases } from '../../listing/phrases';
import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const otherStore: Rule<ListingFacts> = {
  id: 'listing.text.other-store',
  severity: 'warning',
  title: 'No text sends customers to another store',
  rationale:
    'Whoever reads the page is about to buy here. A pointer to another store sells the same product under other terms, and support cannot tell the two apart.',
  policy: '100.1',
  message: {
    en: '"{field}" names another store: {quote}',
    es: '«{field}» nombra otra tienda: {quote}',
    ru: 'В поле «{field}» назван другой магазин: {quote}',
    zh: '“{field}”提到了其他商店：{quote}',
  },
  fix: {
    en: 'Leave the other store out. Naming systems that the product works with is fine.',
    es: 'Quite la otra tienda. Puede nombrar los sistemas con los que funciona el producto.',
    ru: 'Уберите упоминание другого магазина. Системы, с которыми работает продукт, называть можно.',
    zh: '请删除对其他商店的提及。可以提及产品所支持的系统。',
  },
  check: ({ texts }) =>
    texts.filter(({ kind }) => kind !== 'terms').flatMap((text) => quoted(text, find(text.read))),
};

const clouds =
  '(?:AWS|Amazon(?: Web Services)?|Google(?: Cloud)?|GCP|Oracle(?: Cloud)?|IBM(?: Cloud)?|DigitalOcean|Alibaba(?: Cloud)?|Red Hat|VMware|Heroku|Yandex(?:[. ]?Cloud)?)';

/**
 * The clouds themselves, and stores for phones, are part of what many products do: only their marketplaces count, and
 * of phone stores only that something can be had there.
 */
const find = phrases({
  words: [
    `${clouds} Marketplaces?`,
    'Salesforce AppExchange',
    `(?:available|get it|download(?:able)?|find us|buy|purchase) (?:(?:today|now|also|it) )?(?:on|in|at|from|via) (?:the )?(?:Apple )?(?:App Store|Google Play)`,
    `(?:Marketplace|tienda) de (?:AWS|Amazon|Google(?: Cloud)?|Oracle|IBM|Alibaba(?: Cloud)?)`,
    `disponibles? (?:también )?en (?:la )?(?:App Store|Google Play)`,
    `(?:маркетплейс|магазин)[а-яё]* (?:AWS|Amazon|Google(?: Cloud)?|Oracle|IBM|Alibaba(?: Cloud)?|Yandex Cloud|VK Cloud)`,
    `доступн[аоы]? (?:также )?в (?:App Store|Google Play)`,
  ],
  anywhere: [
    '(?:阿里云|腾讯云|华为云|百度智能云|天翼云)(?:云)?(?:市场|商店)',
    '(?:AWS|亚马逊|谷歌云|Google Cloud)\\s?(?:应用)?(?:市场|商店)',
    '(?:可在|已在|也可在)\\s?(?:App Store|Google Play)',
  ],
});
