import { CancellationScope, patched, setCurrentDetails, uuid4 } from '@temporalio/workflow';
import type { ArtefactRef, OpenedPublication, PublicationRef } from '../activities/contract';
import type { Finding } from '../domain/certification/finding';
import { type Answer, refused } from '../domain/publication/answers';
import {
  type Command,
  type CommandName,
  commandNames,
  readCommand,
  type ReadCommand,
} from '../domain/publication/commands';
import { currentStepOf } from '../domain/publication/current-step';
import { type Decision, decide } from '../domain/publication/decide';
import type { PublicationFact } from '../domain/publication/events';
import { evolve } from '../domain/publication/evolve';
import { operatorDetails } from '../domain/publication/operator-details';
import type { PublicationMessageCode } from '../domain/publication/message-codes';
import type { Level, PublicationStatus, StepStatus } from '../domain/publication/status';
import { inTermsOf } from '../domain/publication/terms';
import type { Message, Params } from '../domain/text/language';
import type { PublicationInput } from './input';
import { Beside } from './beside';
import { Mailbox } from './mailbox';
import { type Recorder, recorderOf } from './recording/recorder';
import { showStatus } from './visibility';

const keptAnswers = 200;

/** What one stage leaves for the next: references and digests, never content. */
type Work = {
  artefacts: readonly ArtefactRef[];
  regions: readonly string[];
  digests: readonly string[];
  packageDigest: string;
};

/** One run's state and its only ways to change it: every change is an event, folded and brought to the log. */
export class PublicationRun {
  readonly publicationId: string;
  readonly mailbox: Mailbox;
  readonly beside = new Beside();
  /** The story's scope; canceled by the publisher's accepted cancel or by Temporal's own cancellation. */
  readonly scope = new CancellationScope();
  readonly work: Work = { artefacts: [], regions: [], digests: [], packageDigest: '' };
  private readonly recorder: Recorder;
  private readonly answers = new Map<string, Answer>();
  private current: PublicationStatus;
  private statusPage: string | undefined;
  private trouble: Message | undefined;
  private showing = false;

  constructor(input: PublicationInput) {
    this.publicationId = input.publicationId ?? uuid4();
    this.recorder = recorderOf(this.publicationId);
    this.mailbox = new Mailbox(this);
    const at = now();
    const started = {
      kind: 'started' as const,
      at,
      publicationId: this.publicationId,
      publisherId: input.publisherId,
      offerId: input.offerId,
      language: input.language ?? 'en',
      requestedBy: input.requestedBy ?? null,
      ...(input.certificationNotes === undefined ? {} : { certificationNotes: input.certificationNotes }),
    };
    this.current = evolve(undefined, started);
    this.recorder.add(started);
    if (input.notificationEmails !== undefined) {
      this.emit([
        { kind: 'emailsProvided', emails: input.notificationEmails, actor: input.requestedBy ?? null },
      ]);
    }
  }

  get status(): PublicationStatus {
    return this.current;
  }

  /** Names the frozen version; the activities' inputs begin with it. */
  get ref(): PublicationRef {
    const { publisherId, offerId, offerVersion } = this.current;
    return { publicationId: this.publicationId, publisherId, offerId, offerVersion: offerVersion ?? 0 };
  }

  opened({
    statusPage,
    offerType,
    offerVersion,
    pipeline,
    language,
  }: OpenedPublication & { kind: 'opened' }): void {
    this.statusPage = statusPage;
    this.emit([{ kind: 'opened', offerType, offerVersion, pipeline, language }]);
  }

  step(id: string, status: StepStatus): void {
    this.emit([{ kind: 'stepChanged', step: id, status }]);
  }

  say(code: PublicationMessageCode, params: Params = {}, level: Level = 'information'): void {
    const message = inTermsOf(this.current, { code, params });
    this.emit([{ kind: 'messageAdded', step: currentStepOf(this.current), level, message }]);
  }

  /** What no publisher could do anything about. */
  tellOperator(code: PublicationMessageCode, params: Params): void {
    this.trouble = { code, params };
    this.show();
  }

  /** The current step cannot go on; what has to be resolved stands beside it. */
  block(findings: readonly Finding[], reportId?: string): void {
    const step = currentStepOf(this.current);
    this.emit([
      { kind: 'findingsReported', step, findings, ...(reportId === undefined ? {} : { reportId }) },
      { kind: 'stepChanged', step, status: 'blocked' },
    ]);
  }

  emit(facts: readonly PublicationFact[]): void {
    const at = now();
    for (const fact of facts) {
      const event = { ...fact, at };
      this.current = evolve(this.current, event);
      this.recorder.add(event);
    }
    this.show();
  }

  /** Brings what operators see up to date, once for all that happens in one turn. */
  private show(): void {
    if (this.showing) return;
    this.showing = true;
    void Promise.resolve().then(() => {
      this.showing = false;
      showStatus(this.current);
      setCurrentDetails(
        operatorDetails(this.current, { statusPage: this.statusPage, trouble: this.trouble }),
      );
    });
  }

  /** Sends what happened to the log without waiting for it. */
  record(): void {
    this.recorder.flush();
  }

  /** Something has happened since it was last brought to the log. */
  get isUnrecorded(): boolean {
    return this.recorder.isBehind;
  }

  /** What goes on beside the story is done, everything is in the log, and every mail is sent or given up. */
  async settle(): Promise<void> {
    if (this.beside.isBusy) await this.beside.settled();
    await this.mailbox.settled();
    await this.recorder.settled();
  }

  /** What a message would be answered, without any effect; a known requestId has its answer already. */
  consider(name: CommandName, raw: unknown): Decision {
    return this.decisionOn(name, readCommand(name, raw));
  }

  private decisionOn(name: CommandName, read: ReadCommand): Decision {
    switch (read.kind) {
      case 'undecodable':
        return this.refusal('message.undecodable', { name });
      case 'malformed':
        return this.refusal('message.malformed', { name, problem: read.problem });
      case 'read': {
        const known = this.answers.get(keyOf(read.command));
        return known === undefined ? decide(this.current, read.command, now()) : { answer: known, facts: [] };
      }
    }
  }

  /** Takes a message: answers it, remembers the answer, and acts on it. Never throws. */
  receive(name: CommandName, raw: unknown): Answer {
    const read = readCommand(name, raw);
    const { answer, facts } = this.answeredElsewhere(read) ?? this.decisionOn(name, read);
    if (read.kind === 'read') this.remember(read.command, answer);
    this.emit(facts);
    this.recorder.flushAfterTurn();
    if (this.current.cancellation === 'cancelRequested') this.scope.cancel();
    return answer;
  }

  /** Runs of earlier releases gave a requestId's first answer to whatever else came under it, and do so for ever. */
  private answeredElsewhere(read: ReadCommand): Decision | undefined {
    if (read.kind !== 'read' || this.answers.has(keyOf(read.command))) return undefined;
    const { requestId } = read.command;
    const [other] = commandNames.flatMap((each) => this.answers.get(keyOf({ name: each, requestId })) ?? []);
    if (other === undefined || patched('answers-by-name')) return undefined;
    return { answer: other, facts: [] };
  }

  private remember(command: Command, answer: Answer): void {
    const key = keyOf(command);
    if (this.answers.has(key)) return;
    this.answers.set(key, answer);
    if (this.answers.size <= keptAnswers) return;
    const [oldest] = this.answers.keys();
    if (oldest !== undefined) this.answers.delete(oldest);
  }

  private refusal(code: PublicationMessageCode, params: Params): Decision {
    const message = { code, params };
    const step = currentStepOf(this.current);
    return {
      answer: refused('malformed', message),
      facts: [{ kind: 'messageAdded', step, level: 'warning', message }],
    };
  }
}

/** One requestId is one message: under another name it is another one. */
const keyOf = ({ name, requestId }: Pick<Command, 'name' | 'requestId'>): string => `${name} ${requestId}`;

/** Server time of the current task, the only clock a workflow has. */
export const now = (): string => new Date().toISOString();
