import { CancellationScope, CancelledFailure, patched, setCurrentDetails, uuid4 } from '@temporalio/workflow';
import type { ArtefactRef, OpenedPublication, PublicationRef } from '../activities/contract';
import type { Finding } from '../domain/certification/finding';
import { type Answer, malformed } from '../domain/publication/answers';
import {
  type Command,
  type CommandName,
  readCommand,
  type ReadCommand,
} from '../domain/publication/commands';
import { currentStepOf } from '../domain/publication/current-step';
import { type Decision, decide, decideByName } from '../domain/publication/decide';
import type { PublicationFact } from '../domain/publication/events';
import { evolve } from '../domain/publication/evolve';
import { underKnownName } from '../domain/publication/four-eyes';
import { operatorDetails } from '../domain/publication/operator-details';
import type { PublicationMessageCode } from '../domain/publication/message-codes';
import type { Level, PublicationStatus, StepStatus } from '../domain/publication/status';
import { inTermsOf } from '../domain/publication/terms';
import type { Message, Params } from '../domain/text/language';
import { Beside } from './beside';
import { GivenAnswers } from './given-answers';
import type { PublicationInput } from './input';
import { Mailbox } from './mailbox';
import type { Recorder } from './recording/recorder';
import { recorderOf } from './recording/recorder-of';
import { showStatus } from './visibility';
import { mailVotes } from './vote-mails';

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
  /** What may still go on when everybody knows how it ended. */
  readonly afterwards = new Beside();
  /** The story's scope; canceled by the publisher's accepted cancel or by Temporal's own cancellation. */
  readonly scope = new CancellationScope();
  readonly work: Work = { artefacts: [], regions: [], digests: [], packageDigest: '' };
  /** Runs of earlier releases take an activity for canceled while it still works, and do so to their end. */
  readonly waitsForCanceled: boolean;
  private readonly recorder: Recorder;
  private readonly answers = new GivenAnswers();
  private current: PublicationStatus;
  private statusPage: string | undefined;
  private trouble: Message | undefined;
  private showing = false;

  constructor(input: PublicationInput) {
    this.publicationId = input.publicationId ?? uuid4();
    this.waitsForCanceled = patched('canceled-activities-waited-for');
    this.recorder = recorderOf(this.publicationId, this.waitsForCanceled);
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

  /** The story was canceled. What an activity answers all the same, or fails with, no longer counts. */
  get isCanceled(): boolean {
    return this.waitsForCanceled && this.scope.consideredCancelled;
  }

  stopIfCanceled(): void {
    if (this.isCanceled) throw new CancelledFailure('Canceled in the middle of an activity.');
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
    if (this.afterwards.isBusy) await this.afterwards.settled();
    await this.mailbox.settled();
    await this.recorder.settled();
  }

  /** What a message would be answered, without any effect; a known requestId has its answer already. */
  consider(name: CommandName, raw: unknown): Decision {
    return this.decisionOn(name, readCommand(name, raw), () => decide);
  }

  private decisionOn(
    name: CommandName,
    read: ReadCommand,
    by: (command: Command) => typeof decide,
  ): Decision {
    switch (read.kind) {
      case 'undecodable':
        return this.refusal('message.undecodable', { name });
      case 'malformed':
        return this.refusal('message.malformed', { name, problem: read.problem });
      case 'read': {
        const known = this.answers.to(read.command);
        return known === undefined
          ? by(read.command)(this.current, read.command, now())
          : { answer: known, facts: [] };
      }
    }
  }

  /** Takes a message: answers it, remembers the answer, and acts on it. Never throws. */
  receive(name: CommandName, raw: unknown): Answer {
    const read = readCommand(name, raw);
    const earlier = read.kind === 'read' ? this.answers.underAnotherName(read.command) : undefined;
    const { answer, facts } = earlier
      ? { answer: earlier, facts: [] }
      : this.decisionOn(name, read, (command) => this.deciding(command));
    if (read.kind === 'read') this.answers.keep(read.command, answer);
    this.emit(facts);
    mailVotes(this.mailbox, this.current, facts);
    this.recorder.flushAfterTurn();
    if (this.current.cancellation === 'cancelRequested') this.scope.cancel();
    return answer;
  }

  /** Asked only where it makes a difference, so that other runs carry no marker. */
  private deciding(command: Command): typeof decide {
    if (underKnownName(this.current, command) === command) return decide;
    return patched('one-person-by-two-names') ? decide : decideByName;
  }

  private refusal(code: PublicationMessageCode, params: Params): Decision {
    const message = { code, params };
    const step = currentStepOf(this.current);
    return {
      answer: malformed(message),
      facts: [{ kind: 'messageAdded', step, level: 'warning', message }],
    };
  }
}

/** Server time of the current task, the only clock a workflow has. */
export const now = (): string => new Date().toISOString();
