import type { FC } from 'hono/jsx';
import { raw } from 'hono/html';
import type { ProductPage } from '../../domain/product-page/product-page';
import type { Words } from '../words/words';
import type { PageVisit } from './visit';

type FootLinksProps = { readonly page: ProductPage; readonly visit: PageVisit; readonly words: Words };

/** Support, legal texts, links, and what proves the page: manifest and keys. */
export const FootLinks: FC<FootLinksProps> = ({ page, visit, words }) => {
  const { say } = words;
  const { support } = page;
  return (
    <>
      <h2>{say('publisherSupport')}</h2>
      <ul class="plain">
        <li>{support.name}</li>
        <li>
          <a href={`mailto:${support.email}`}>{support.email}</a>
        </li>
        <li>{support.phone}</li>
      </ul>
      <OutsideLink uri={support.url} text={support.url} />
      {page.usefulLinks.length > 0 && <h2>{say('usefulLinks')}</h2>}
      {page.usefulLinks.map(({ uri, text }) => (
        <OutsideLink uri={uri} text={text} />
      ))}
      <h2>{say('terms')}</h2>
      {page.termsHtml === '' ? (
        <p>{say('standardContract')}</p>
      ) : (
        <details>
          <summary>{say('readTerms')}</summary>
          <div class="foreign">{raw(page.termsHtml)}</div>
        </details>
      )}
      <OutsideLink uri={page.privacyUrl} text={say('privacy')} />
      <h2>{say('proof')}</h2>
      <ul class="plain">
        <li>
          <a href={`${visit.base}/manifest.json${visit.query}`}>{say('manifest')}</a>
        </li>
        <li>
          <a href="/keys">{say('publicKeys')}</a>
        </li>
      </ul>
    </>
  );
};

/** A publisher's own address: shown as a link only when it is an ordinary web address. */
const OutsideLink: FC<{ readonly uri: string; readonly text: string }> = ({ uri, text }) => {
  if (uri === '') return null;
  return (
    <p>
      {/^https?:\/\//i.test(uri) ? (
        <a href={uri} rel="noreferrer nofollow">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  );
};
