import type { Child, FC } from 'hono/jsx';
import { type Language, languages } from '../../domain/text/language';
import type { Words } from '../words/words';

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  zh: '中文',
};

type LayoutProps = {
  readonly title: string;
  readonly words: Words;
  /** A page that changes by itself: live update by script, or by reload every so many seconds without one. */
  readonly live?: boolean;
  /** Product pages are for everybody and do not lead into the portal. */
  readonly outside?: boolean;
  readonly children?: Child;
};

/** The frame of every page. */
export const Layout: FC<LayoutProps> = ({ title, words, live = false, outside = false, children }) => (
  <html lang={words.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href="/style.css" />
      {live && <script src="/live.js" defer></script>}
      {live && (
        <noscript>
          <meta http-equiv="refresh" content="15" />
        </noscript>
      )}
    </head>
    <body>
      <a class="skip" href="#content">
        {words.say('skipToContent')}
      </a>
      {!outside && (
        <header>
          <nav aria-label={words.say('allOffers')}>
            <a href="/">{words.say('allOffers')}</a>
            <a href="/docs/rules">{words.say('rules')}</a>
          </nav>
        </header>
      )}
      <main id="content">{children}</main>
      <footer>
        <nav aria-label={words.say('language')}>
          {!outside &&
            languages.map((language) => (
              <a href={`?lang=${language}`} lang={language} hreflang={language}>
                {languageNames[language]}
              </a>
            ))}
        </nav>
      </footer>
    </body>
  </html>
);
