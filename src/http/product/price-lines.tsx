import type { FC } from 'hono/jsx';
import type { Language } from '../../domain/text/language';
import type { Money, PlanPrice } from '../../domain/product-page/plan-price';
import type { Words } from '../words/words';

type PriceProps = { readonly price: PlanPrice | undefined; readonly words: Words };

/** What a plan costs, and how long it may be tried for nothing. */
export const PriceLines: FC<PriceProps> = ({ price, words }) => {
  if (price === undefined) return null;
  const cost = costText(price, words);
  const months = 'freeTrialMonths' in price ? price.freeTrialMonths : 0;
  return (
    <>
      {cost !== undefined && (
        <p>
          <strong>{cost}</strong>
        </p>
      )}
      {months > 0 && <p>{words.say('price.trial', { duration: monthsText(months, words.language) })}</p>}
    </>
  );
};

function costText(price: PlanPrice, { say, language }: Words): string | undefined {
  switch (price.kind) {
    case 'ownLicence':
      return say('price.ownLicence');
    case 'free':
      return say('price.free');
    case 'monthly':
      return say('price.monthly', { price: moneyText(price, language) });
    case 'perCore':
      return say('price.perCore', { price: moneyText(price, language) });
    case 'from':
      return say('price.from', { price: moneyText(price, language) });
    case 'unsaid':
      return undefined;
  }
}

/** Prices an hour are fractions of a cent, so nothing is rounded to cents. */
function moneyText({ amount, currency }: Money, language: Language): string {
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(amount)} ${currency}`;
}

function monthsText(count: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'month', unitDisplay: 'long' }).format(count);
}
