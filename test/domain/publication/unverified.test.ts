import type { PublicationFact } from '../../../src/domain/publication/events';
import { isClaimedDecision, isClaimedVote, markUnverified } from '../../../src/domain/publication/unverified';
import { publicationAt } from '../../support/publication-at';

const said = (code: string, params: Readonly<Record<string, string>>): PublicationFact => ({
  kind: 'messageAdded',
  step: 'publisher-signoff',
  level: 'information',
  message: { code, params },
});

/** Whether a message is marked, when the API let `portal` in with request `r1`. */
function isMarked(code: string, params: Readonly<Record<string, string>>): boolean {
  const status = publicationAt('signOff', [said(code, params)]);
  const marked = markUnverified(status, new Map([['r1', 'portal']]));
  const last = marked.steps.flatMap(({ messages }) => messages).at(-1);
  return last?.message.params['unverified'] === 1;
}

it.each<[string, string, Readonly<Record<string, string>>, boolean]>([
  ['the recorded actor', 'goLive.accepted', { actor: 'portal', requestId: 'r1' }, false],
  ['another actor under a recorded request', 'goLive.accepted', { actor: 'ann', requestId: 'r1' }, true],
  ['the recorded actor under another request', 'cancel.accepted', { actor: 'portal', requestId: 'r2' }, true],
  ['an actor without any request', 'review.comment', { actor: 'portal', text: 'x' }, true],
  ['what the recorded actor commented', 'review.comment', { actor: 'portal', requestId: 'r1' }, false],
  ['a message about work', 'provisioning.copied', { region: 'eastus' }, false],
  ['a refusal that names a voter', 'message.alreadyVoted', { actor: 'ann' }, false],
  ['what follows a decision told above', 'certification.exceptionApproved', { actor: 'ann' }, false],
  ['what an earlier publication told', 'certification.exceptionStands', { actor: 'ann' }, false],
])('%s is told as it is, or marked as a claim', (_, code, params, marked) => {
  expect(isMarked(code, params)).toBe(marked);
});

it('a vote is a claim as the newest message that accepted it is', () => {
  const votes = [
    said('goLive.voted', { actor: 'portal', requestId: 'raw' }),
    said('goLive.voted', { actor: 'ann', requestId: 'raw-2' }),
    said('goLive.accepted', { actor: 'portal', requestId: 'r1' }),
    said('review.approved', { actor: 'ann', requestId: 'raw-3' }),
  ];

  const status = markUnverified(publicationAt('signOff', votes), new Map([['r1', 'portal']]));

  expect(['portal', 'ann', 'nobody'].map((actor) => isClaimedVote(status, actor))).toEqual([
    false,
    true,
    false,
  ]);
  expect(['portal', 'ann'].map((actor) => isClaimedDecision(status, actor))).toEqual([false, true]);
});

it('changes nothing else', () => {
  const status = publicationAt('live');

  expect(markUnverified(status, new Map())).toEqual(status);
});
