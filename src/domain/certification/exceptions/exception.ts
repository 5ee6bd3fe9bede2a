/** Where an exception holds: everything of a publisher, one offer of theirs, or one plan of it. */
export type ExceptionScope = {
  readonly publisherId: string;
  readonly offerId: string | null;
  readonly planId: string | null;
};

/** Somebody's decision that a rule need not be kept there for a while. It is never changed, only granted and ended. */
export type CertificationException = ExceptionScope & {
  readonly exceptionId: string;
  readonly ruleId: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly approver: string;
  readonly grantedAt: string;
  /** From then on the rule counts again. */
  readonly until: string;
};

/** What a finding says of the exception that lets it pass. */
export type AppliedException = Pick<CertificationException, 'exceptionId' | 'reason' | 'approver' | 'until'>;

export type ExceptionPlace = {
  readonly publisherId: string;
  readonly offerId: string;
  /** Null: the offer as a whole, with whatever is about any of its plans. */
  readonly planId: string | null;
};

/** Whether an exception says anything about a plan. */
export function coversPlan({ publisherId, offerId, planId }: ExceptionScope, place: ExceptionPlace): boolean {
  const isOf = (scope: string | null, actual: string | null): boolean =>
    scope === null || actual === null || scope === actual;
  return publisherId === place.publisherId && isOf(offerId, place.offerId) && isOf(planId, place.planId);
}
