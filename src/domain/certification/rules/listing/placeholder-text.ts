import { phrases } from '../../listing/phrases';
import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const placeholderText: Rule<ListingFacts> = {
  id: 'listing.text.placeholder',
  severity: 'warning',
  title: 'No text is a placeholder',
  rationale:
    'Words that somebody meant to replace tell customers that nobody read the page before it was published.',
  policy: '100.1',
  message: {
    en: '"{field}" seems to hold words that were meant to be replaced: {quote}',
    es: '«{field}» parece contener palabras que debían sustituirse: {quote}',
    ru: 'В поле «{field}», похоже, остались слова, которые нужно было заменить: {quote}',
    zh: '“{field}”中似乎有尚未替换的占位文字：{quote}',
  },
  fix: {
    en: 'Write what customers should read there. Ignore this where the words are meant.',
    es: 'Escriba lo que deben leer los clientes. Ignore este aviso si las palabras son intencionadas.',
    ru: 'Напишите то, что должны прочитать клиенты. Если слова выбраны намеренно, ничего не меняйте.',
    zh: '请写入应向客户显示的内容。如果确实要这样写，可忽略此警告。',
  },
  check: ({ texts }) =>
    texts.flatMap((text) => {
      const isWhole = ownWords.includes(text.field) && wholeField.test(text.read.trim());
      return quoted(text, isWhole ? [text.read] : [...find(text.read), ...findExactly(text.read)]);
    }),
};

/** A link may well be called "Example", and terms may be anything. */
const ownWords: readonly string[] = [
  'title',
  'summary',
  'longSummary',
  'description',
  'skuTitle',
  'skuSummary',
  'skuDescription',
];

/** What nobody would say of a product, whatever the product is. */
const wholeField =
  /^(?:tests?|testing|title|summary|description|name|text|sample|example|placeholder|untitled|n\/a|none|null|undefined|asdf\w*|qwerty\w*|foo(?:\s?bar)?|prueba|título|resumen|descripción|ejemplo|тест|проверка|название|описание|пример|测试|标题|摘要|描述|说明|示例|x{3,}|[-.?*_\s]+)$/iu;

const find = phrases({
  words: [
    'lorem ipsum',
    '(?:insert|enter|add|put|type|write) (?:your |the |a |an )?(?:[a-z]+ )?(?:text|description|summary|title|content|name|details) here',
    'your (?:text|description|summary|title|content) (?:goes )?here',
    '(?:text|description|content|details) goes? here',
    'details to follow',
    '(?:inserte|introduzca|escriba|ponga) aquí (?:su|el|la|un|una) (?:texto|título|descripción|resumen|nombre)',
    '(?:inserte|introduzca|escriba|ponga) (?:su|el|la|un|una) (?:texto|título|descripción|resumen|nombre) aquí',
    '(?:aquí va|aquí irá) (?:su|el|la) (?:texto|título|descripción|resumen)',
    '(?:здесь|тут) будет (?:текст|описание|название)',
    '(?:введите|вставьте|напишите) (?:(?:сюда|здесь) (?:ваш |ваше )?(?:текст|описание|название)|(?:ваш |ваше )?(?:текст|описание|название) (?:сюда|здесь))',
    'текст-рыба|рыба-текст',
  ],
  anywhere: [
    '(?:请)?在(?:此|这里)处?(?:输入|填写|添加|插入)(?:文本|文字|内容|描述|说明|标题)',
    '此处(?:输入|填写|添加|插入)(?:文本|文字|内容|描述|说明|标题)',
    // An address to be filled in by whoever types a command is no slip: ssh admin@<your-ip>.
    '[\\[【<](?:insert [^\\][<>]{1,40}|(?:your )?(?:company|product|offer|publisher)(?: name| title)?|your (?:text|title|description|name))[\\]】>]',
    '[\\[【<](?:su|nombre de la|nombre del) (?:empresa|producto|oferta)[\\]】>]',
    '[\\[【<](?:ваша |название |наименование )(?:компания|компании|продукта|предложения)[\\]】>]',
    '[\\[【<](?:您的|贵)?(?:公司|产品)(?:名称)?[\\]】>]',
  ],
});

/** By their capital letters: `todo` is Spanish for everything. */
function findExactly(text: string): readonly string[] {
  const marks = /(?<![\p{L}\p{N}_])(?:TODO:|FIXME|TBD|X{4,})(?![\p{L}\p{N}_])/gu;
  return [...text.matchAll(marks)].map(([found]) => found);
}
