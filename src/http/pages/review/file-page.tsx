import type { FC } from 'hono/jsx';
import type { LineChanges } from '../../../domain/review/line-changes';
import type { ReviewedFile } from '../../../domain/review/package-files';
import { bytesText } from '../../../domain/text/quantity';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { CommentForm } from './comment-form';
import type { FileText } from './file-text';
import { Thread, Threads } from './threads';
import { filePath, reviewPath, type ReviewProps } from './view';

type FilePageProps = ReviewProps & {
  readonly file: ReviewedFile;
  readonly text: FileText;
  /** Against the version it is compared with. */
  readonly changes: LineChanges;
  /** Where a comment is being written. */
  readonly line: number | undefined;
};

/** One file of the package with line numbers: each leads to the form for a comment on its line. */
export const FilePage: FC<FilePageProps> = (props) => {
  const { view, words, file, line } = props;
  const title = words.say('review.of', { title: view.title });
  const path = filePath(view, file.name, line);
  const query = path.slice(path.indexOf('?') + 1).replace(/#.*/, '');
  const aboutFile = view.threads.filter(({ place }) => place.file === file.name && place.line === null);
  return (
    <Layout title={`${file.name} - ${title}`} words={words} query={query}>
      <OfferHead offer={view.offer} title={title} current="review" words={words} />
      <p>
        <a href={reviewPath(view)}>{words.say('review.back')}</a>
      </p>
      <h2>
        <code>{file.name}</code> <span class="quiet">{bytesText(file.bytes, words.language)}</span>
      </h2>
      {aboutFile.length > 0 && <Threads threads={aboutFile} view={view} words={words} />}
      {view.reader.isReviewer && line === undefined && (
        <CommentForm place={{ file: file.name, line: null, pointer: null }} view={view} words={words} />
      )}
      <Content {...props} />
    </Layout>
  );
};

const Content: FC<FilePageProps> = (props) => {
  const { text, file, words } = props;
  switch (text.kind) {
    case 'binary':
      return <p class="empty">{words.say('review.binary', { digest: file.digest })}</p>;
    case 'tooLarge':
      return <p class="empty">{words.say('review.tooLarge', { digest: file.digest })}</p>;
    case 'text':
      return (
        <>
          <Changes {...props} />
          <GoToLine {...props} />
          <ol class="code-lines">
            {text.lines.map((content, index) => (
              <>
                <Removed {...props} before={index + 1} />
                <Line {...props} number={index + 1} content={content} />
              </>
            ))}
            <Removed {...props} before={text.lines.length + 1} />
          </ol>
        </>
      );
  }
};

const Changes: FC<FilePageProps> = ({ changes: { added, removed }, words }) => {
  const gone = [...removed.values()].flat().length;
  return (
    <>
      {added.size > 0 && <p>{words.say('review.changedLines', { count: added.size })}</p>}
      {gone > 0 && <p>{words.say('review.removedLines', { count: gone })}</p>}
    </>
  );
};

/** What stood here before. Nobody can comment on it: it has no number any more. */
const Removed: FC<FilePageProps & { readonly before: number }> = ({ changes, before, words }) => (
  <>
    {(changes.removed.get(before) ?? []).map((content) => (
      <li class="removed">
        <span class="line-number" aria-hidden="true">
          −
        </span>
        <code>
          <del title={words.say('review.removedLine')}>{content}</del>
        </code>
      </li>
    ))}
  </>
);

/** Without going through every line by keyboard. */
const GoToLine: FC<FilePageProps> = ({ view, file, line, words }) => (
  <form class="toolbar" method="get" action={filePath(view, file.name).replace(/\?.*/, '')}>
    {view.item !== undefined && <input type="hidden" name="publication" value={view.item.publicationId} />}
    <input type="hidden" name="name" value={file.name} />
    <div>
      <label for="line">{words.say('review.toLine')}</label>
      <input id="line" name="line" type="number" min={1} value={line === undefined ? '' : String(line)} />
    </div>
    <button type="submit">{words.say('list.show')}</button>
  </form>
);

type LineProps = FilePageProps & { readonly number: number; readonly content: string };

const Line: FC<LineProps> = ({ view, words, file, changes, line, number, content }) => {
  const threads = view.threads.filter(({ place }) => place.file === file.name && place.line === number);
  const isHere = line === number;
  return (
    <li id={`L${number}`} class={isHere ? 'here' : undefined}>
      <a
        class="line-number"
        href={filePath(view, file.name, number)}
        aria-label={view.reader.isReviewer ? `${number}: ${words.say('review.comment')}` : undefined}
      >
        {number}
      </a>
      <code>
        {changes.added.has(number) ? <ins title={words.say('review.changedLine')}>{content}</ins> : content}
      </code>
      {threads.map((thread) => (
        <div class="thread card" id={`thread-${thread.threadId}`}>
          <Thread thread={thread} view={view} words={words} />
        </div>
      ))}
      {isHere && view.reader.isReviewer && (
        <CommentForm place={{ file: file.name, line: number, pointer: null }} view={view} words={words} />
      )}
    </li>
  );
};
