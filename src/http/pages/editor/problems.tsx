import type { FC } from 'hono/jsx';
import type { Finding } from '../../../domain/certification/finding';
import { findingText } from '../../../domain/text/findings/findings';
import type { Words } from '../../words/words';
import { Icon } from '../icon';

type ProblemsProps = { readonly name: string; readonly findings: readonly Finding[]; readonly words: Words };

export const problemsId = (name: string): string => `why:${name}`;

/** The warning beside a field: what is wrong, and what to do. */
export const Problems: FC<ProblemsProps> = ({ name, findings, words }) =>
  findings.length === 0 ? (
    <></>
  ) : (
    <div class="problems" id={problemsId(name)}>
      {findings.map((finding) => {
        const { message, fix } = findingText(finding, words.language);
        return (
          <p class={finding.severity === 'error' ? 'error' : 'warning'}>
            <Icon name="warning" /> <strong>{message}</strong> {fix}
          </p>
        );
      })}
    </div>
  );
