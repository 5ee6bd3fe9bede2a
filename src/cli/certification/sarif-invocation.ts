import type { Invocation, Notification } from 'sarif';
import type { CertifiedVerdict } from './certified-verdict';
import { adviceToJudge, type Noted, ruleNotes } from './rule-notes';

export type Ran = Noted & { readonly subject: string; readonly verdict: CertifiedVerdict };

/**
 * What a run came to beside its results. No results alone would look like a pass, so a run in which nothing was judged
 * did not succeed, and says so.
 */
export function invocationOf({ subject, verdict, ...noted }: Ran): Invocation {
  const notes: readonly Notification[] = ruleNotes(noted).map(({ ruleId, text }) => ({
    level: 'note',
    message: { text },
    associatedRule: { id: ruleId },
  }));
  const unjudged: readonly Notification[] =
    verdict === 'notJudged'
      ? [{ level: 'error', message: { text: `${subject} was not judged. ${adviceToJudge}` } }]
      : [];
  return {
    executionSuccessful: verdict !== 'notJudged',
    toolExecutionNotifications: [...unjudged, ...notes],
  };
}
