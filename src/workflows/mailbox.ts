import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import type { MailEvent, MailInput } from '../activities/contract';
import type { PublicationMessageCode } from '../domain/publication/message-codes';
import type { Level, PublicationStatus } from '../domain/publication/status';
import type { Params } from '../domain/text/language';
import { Beside } from './beside';
import { isOwnFault, reasonOf } from './failures';
import { mailDelivery } from './mail-delivery';
import { mailing } from './activity-proxies';

/** These reach the marketplace's own people, whether the publisher gave an address or not. */
const toOurselves: readonly MailEvent[] = [
  'addressMissing',
  'ownFailure',
  'overdue',
  'reviewReminder',
  'reviewEscalation',
  'boardAway',
];

/** Whose mails they are, and where it stands that one could not be sent. */
type Story = {
  readonly status: PublicationStatus;
  readonly say: (code: PublicationMessageCode, params: Params, level: Level) => void;
  readonly record: () => void;
};

/** Mails go out beside the story: a mail server that is down delays no step. The run waits for them at its end. */
export class Mailbox {
  private readonly run: Story;
  private readonly numbers = new Map<MailEvent, number>();
  /** A mail that is due goes out. */
  private readonly beside = new Beside();

  constructor(run: Story) {
    this.run = run;
  }

  /** `reason`: what went wrong, in the words of whoever said so. */
  send(event: MailEvent, step?: string, reason?: string): void {
    if (this.run.status.notificationEmails.length === 0 && !toOurselves.includes(event)) return;
    this.beside.start(() => this.deliver(this.compose(event, { step, reason })));
  }

  settled(): Promise<void> {
    return this.beside.settled();
  }

  private async deliver(mail: MailInput): Promise<void> {
    const { event } = mail;
    const activityId = `mail.${event}.${mail.number}`;
    const summary = `Mail "${event}" to ${recipients(mail.emails)}`;
    try {
      await mailing.sendMail.executeWithOptions({ activityId, summary }, [mail]);
    } catch (failure) {
      if (!isOwnFault(failure)) return handOver(mail, summary);
      this.run.say('mail.failed', { event, reason: reasonOf(failure) }, 'warning');
      this.run.record();
    }
  }

  private compose(
    event: MailEvent,
    { step, reason }: { readonly step: string | undefined; readonly reason: string | undefined },
  ): MailInput {
    const number = (this.numbers.get(event) ?? 0) + 1;
    this.numbers.set(event, number);
    const { publicationId, publisherId, offerId, notificationEmails: emails } = this.run.status;
    return {
      publicationId,
      publisherId,
      offerId,
      event,
      number,
      emails,
      ...refusedStart(this.run.status),
      ...(step === undefined ? {} : { step }),
      ...(reason === undefined ? {} : { reason }),
    };
  }
}

/** To a run of its own, which outlives this one. The mail's key is the same, so the receiver counts one mail. */
async function handOver(mail: MailInput, summary: string): Promise<void> {
  try {
    await startChild(mailDelivery, {
      workflowId: `mail.${mail.publicationId}.${mail.event}.${mail.number}`,
      args: [mail],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: summary,
    });
  } catch (error) {
    // A reset run hands the same mail over again: it is on its way already.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** A start that was refused has no log, so its mail carries what it tells. */
function refusedStart({
  pipeline,
  steps,
  language,
}: PublicationStatus): Pick<MailInput, 'findings' | 'language'> {
  return pipeline === null ? { findings: steps.flatMap(({ findings }) => findings), language } : {};
}

/** Short, because the UI shows at most 400 bytes. */
function recipients([first = 'the operator', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
