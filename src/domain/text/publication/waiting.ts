import type { OfferTypeId } from '../../offer/document';
import { termsOf } from '../../publication/terms';
import type { Waiting } from '../../publication/waiting';
import { type Language, type Text, fillText } from '../language';
import { timeText } from '../quantity';
import { stagingWaiting } from './staging-texts';

/** What a publication waits for and from whom, as the end of "Waits for: ...". */
export function waitingText(waiting: Waiting, language: Language, offerType?: OfferTypeId | null): string {
  const own = termsOf(offerType) === 'staging' ? stagingWaiting[waiting.what] : undefined;
  const words = own ?? texts[waiting.what];
  switch (waiting.what) {
    case 'address':
    case 'signOff':
    case 'review':
      return words[language];
    case 'votes':
      return fillText(words, language, { votes: waiting.votes, needed: waiting.needed });
    case 'date':
      return fillText(words, language, { notBefore: timeText(waiting.notBefore, language) });
  }
}

const texts = {
  address: {
    en: 'a notification address from the publisher',
    es: 'una dirección de notificación del publicador',
    ru: 'адрес для уведомлений от издателя',
    zh: '发布者提供通知地址',
  },
  signOff: {
    en: 'the publisher’s sign-off: check the preview, then Go live',
    es: 'la aprobación del publicador: revise la vista previa y pulse Poner en producción',
    ru: 'утверждение издателя: проверьте предварительную версию и нажмите «Запустить»',
    zh: '发布者签收：检查预览，然后选择“推出”',
  },
  votes: {
    en: 'another person’s go-live ({votes} of {needed})',
    es: 'la aprobación de otra persona ({votes} de {needed})',
    ru: 'утверждение ещё одного человека ({votes} из {needed})',
    zh: '另一人的推出批准（{votes}/{needed}）',
  },
  date: {
    en: 'the date the publisher chose: {notBefore}',
    es: 'la fecha elegida por el publicador: {notBefore}',
    ru: 'выбранную издателем дату: {notBefore}',
    zh: '发布者选择的日期：{notBefore}',
  },
  review: {
    en: 'the decision of the marketplace reviewers',
    es: 'la decisión de los revisores',
    ru: 'решение проверяющих',
    zh: '审阅者的决定',
  },
} satisfies Readonly<Record<Waiting['what'], Text>>;
