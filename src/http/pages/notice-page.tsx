import type { FC } from 'hono/jsx';
import type { Word } from '../words/all-words';
import type { Words } from '../words/words';
import { Layout } from './layout';

type NoticePageProps = {
  readonly words: Words;
  readonly title: Word;
  readonly help: Word;
  readonly link?: { readonly href: string; readonly text: Word };
};

/** A page that only says why there is nothing to see, and what to do. */
export const NoticePage: FC<NoticePageProps> = ({ words, title, help, link }) => (
  <Layout title={words.say(title)} words={words}>
    <section class="card narrow">
      <h1>{words.say(title)}</h1>
      <p>{words.say(help)}</p>
      {link !== undefined && (
        <p>
          <a class="button main" href={link.href}>
            {words.say(link.text)}
          </a>
        </p>
      )}
    </section>
  </Layout>
);
