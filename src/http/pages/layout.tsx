import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Identity } from '../../domain/access/identity';
import { mayDo } from '../../domain/access/role';
import { type Language, languages } from '../../domain/text/language';
import { currentVisitor } from '../access/current-visitor';
import type { Word } from '../words/all-words';
import type { Words } from '../words/words';
import { Icon } from './icon';
import { Who } from './who';

const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  zh: '中文',
};

type LayoutProps = {
  readonly title: string;
  readonly words: Words;
  /** A page that changes all the time: it asks again and again by script, or reloads itself without one. */
  readonly live?: boolean;
  /** Where the events are told (SSE) that change the page. */
  readonly events?: string;
  /** Product pages are for everybody and do not lead into the portal. */
  readonly outside?: boolean;
  /** What the links to other languages keep of the address, e.g. `token=...`. */
  readonly query?: string | undefined;
  /** The page of the bar that this one is. */
  readonly current?: Place['word'] | undefined;
  /** Stands above the content, from side to side. */
  readonly banner?: Child;
  readonly children?: Child;
};

/** The frame of every page. */
export const Layout: FC<LayoutProps> = (props) => {
  const { title, words, live = false, events, outside = false } = props;
  const changes = live || events !== undefined;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={words.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/style.css" />
          {changes && (
            <script id="live" src="/live.js" defer data-events={events} data-polls={String(live)}></script>
          )}
          {!outside && <script src="/confirm.js" defer></script>}
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
          {!outside && <TopBar words={words} current={props.current} />}
          {props.banner}
          <main class="content" id="content" tabindex={-1}>
            {changes && (
              <p class="notice stale" id="stale" role="status" hidden>
                <Icon name="warning" />
                <span>{words.say('stale')}</span>
              </p>
            )}
            {props.children}
          </main>
          <Foot words={words} query={props.query} />
        </body>
      </html>
    </>
  );
};

type Place = {
  readonly href: string;
  readonly word: Extract<Word, 'allOffers' | 'review.queue' | 'rules' | 'leads' | 'api' | 'account'>;
};

const places: readonly Place[] = [
  { href: '/', word: 'allOffers' },
  { href: '/docs/rules', word: 'rules' },
  { href: '/docs/leads', word: 'leads' },
  { href: '/docs/api', word: 'api' },
];

/** The queue stands there for whoever has one. */
function placesFor(visitor: Identity | undefined): readonly Place[] {
  if (visitor === undefined || !mayDo(visitor.role, 'review')) return places;
  return [...places.slice(0, 1), { href: '/reviews', word: 'review.queue' }, ...places.slice(1)];
}

const TopBar: FC<Pick<LayoutProps, 'words' | 'current'>> = ({ words, current }) => (
  <header class="top">
    <div class="bar">
      <a class="brand" href="/">
        <Icon name="box" />
        {words.say('product')}
      </a>
      <nav aria-label={words.say('portal')}>
        {placesFor(currentVisitor()).map(({ href, word }) => (
          <a href={href} aria-current={word === current ? 'page' : undefined}>
            {words.say(word)}
          </a>
        ))}
      </nav>
      <Who words={words} isHere={current === 'account'} />
    </div>
  </header>
);

const Foot: FC<Pick<LayoutProps, 'words' | 'query'>> = ({ words, query = '' }) => (
  <footer class="foot">
    <nav aria-label={words.say('language')}>
      {languages.map((language) => (
        <a
          href={`?${query === '' ? '' : `${query}&`}lang=${language}`}
          lang={language}
          hreflang={language}
          aria-current={language === words.language ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  </footer>
);
