import { patched } from '@temporalio/workflow';
import type { Answer } from '../domain/publication/answers';
import { type Command, commandNames } from '../domain/publication/commands';

type Asked = Pick<Command, 'name' | 'requestId'>;

const mostKept = 200;

/** The first answer to each message: whoever repeats one gets it again. */
export class GivenAnswers {
  private readonly answers = new Map<string, Answer>();

  to(asked: Asked): Answer | undefined {
    return this.answers.get(keyOf(asked));
  }

  /** The oldest is forgotten when there are too many. */
  keep(asked: Asked, answer: Answer): void {
    const key = keyOf(asked);
    if (this.answers.has(key)) return;
    this.answers.set(key, answer);
    if (this.answers.size <= mostKept) return;
    const [oldest] = this.answers.keys();
    if (oldest !== undefined) this.answers.delete(oldest);
  }

  /** Runs of earlier releases gave a requestId's first answer to whatever else came under it, and do so for ever. */
  underAnotherName(asked: Asked): Answer | undefined {
    if (this.to(asked) !== undefined) return undefined;
    const { requestId } = asked;
    const [other] = commandNames.flatMap((name) => this.to({ name, requestId }) ?? []);
    return other === undefined || patched('answers-by-name') ? undefined : other;
  }
}

/** One requestId is one message: under another name it is another one. */
const keyOf = ({ name, requestId }: Asked): string => `${name} ${requestId}`;
