import type { FC } from 'hono/jsx';
import type { ApplicationOption, FileLink } from '../../domain/product-page/deploy-application';
import type { ProductPage } from '../../domain/product-page/product-page';
import { bytesText } from '../../domain/text/quantity';
import type { Words } from '../words/words';

type ApplicationPartProps = {
  readonly option: ApplicationOption;
  readonly page: ProductPage;
  readonly words: Words;
};

/** One version of one application: the portal's own form, the files it is made of, and commands that use them. */
export const ApplicationPart: FC<ApplicationPartProps> = ({ option, page, words }) => {
  const { say, language } = words;
  const plan = page.plans.find(({ planId }) => planId === option.planId)?.title ?? option.planId;
  return (
    <details class="card" data-plan={option.planId} data-version={option.version}>
      <summary>
        {plan} {option.version} · {say(option.kind)}
      </summary>
      <p>
        <a class="button main" href={option.portal} data-portal rel="noreferrer">
          {say('deployInPortal')}
        </a>
      </p>
      <ul class="plain">
        <File file={option.template} name={say('template')} words={words} />
        <File file={option.createUi} name={say('createUi')} words={words} />
        <li>
          <a href={option.packageUrl} data-digest={option.digest} data-file="package">
            {say('wholePackage')}
          </a>{' '}
          <span class="quiet">
            {bytesText(option.bytes, language)}, {say('digest')} <code>{option.digest}</code>
          </span>
        </li>
      </ul>
      <h3>{say('command')}</h3>
      <pre>
        <code>{option.deploy}</code>
      </pre>
      {option.define !== undefined && (
        <>
          <h3>{say('defineCommand')}</h3>
          <pre>
            <code>{option.define}</code>
          </pre>
        </>
      )}
    </details>
  );
};

type FileProps = { readonly file: FileLink; readonly name: string; readonly words: Words };

const File: FC<FileProps> = ({ file, name, words }) => (
  <li>
    <a href={file.url} data-digest={file.digest} data-file={file.path}>
      {name}
    </a>{' '}
    <span class="quiet">
      {bytesText(file.bytes, words.language)}, {words.say('digest')} <code>{file.digest}</code>
    </span>
  </li>
);
