import { diskRoleOf } from '../../domain/certification/disk-role';
import { type CertificationException, coversPlan } from '../../domain/certification/exceptions/exception';
import { withExceptionsInDocument } from '../../domain/certification/exceptions/in-document';
import { withExceptions } from '../../domain/certification/exceptions/with-exceptions';
import { type Finding, judge, type Verdict } from '../../domain/certification/finding';
import { rejudgeImage, type Rejudged } from '../../domain/certification/rejudge';
import { documentPart } from '../../domain/certification/report/compose-report';
import { ruleSetOf } from '../../domain/certification/rule-set-of';
import { artefactsOf, type OfferArtefact } from '../../domain/offer/artefacts';
import { rejudgeDocument } from '../../domain/offer/rejudge-document';
import { offerRuleSet } from '../../domain/offer/validate-offer';
import type { Artefact } from '../../domain/replication/artefact';
import type { LiveOffer, StoredBytes } from '../../services/ports';
import type { AppDeps } from '../deps';

/** What today's rules would say of a live offer. Nothing is read from publishers, and nothing is changed. */
export type Recertified = LiveOffer & {
  /**
   * The worst of its inputs; `notJudged` when some could not be judged and no other is worse, `nothingToJudge` when
   * nothing of what went live is kept.
   */
  readonly verdict: Verdict | 'notJudged' | 'nothingToJudge';
  /** Under which rules it was certified, and which there are now. */
  readonly certifiedUnder: readonly string[];
  readonly rulesNow: readonly string[];
  /** What keeps it from passing. */
  readonly findings: readonly Finding[];
  /** `offer` is the document; disks and packages as the offer names them. */
  readonly judged: readonly string[];
  /** Disks and packages of which nobody kept enough to say anything. */
  readonly notJudged: readonly string[];
  /** Rules on the document that were not tried: they need what only a publication has. */
  readonly rulesNotRun: readonly string[];
};

export async function recertify(deps: AppDeps, live: LiveOffer): Promise<Recertified> {
  const { offers, artefacts, certifications, exceptions } = deps.catalogue;
  const version = await offers.findVersion(live, live.offerVersion);
  if (version === undefined) return { ...live, ...nothingKept };
  const bindings = await artefacts.bindings(live, live.offerVersion);
  const { trustedOrigins } = deps.settings;
  const { findings: ofDocument, rulesNotRun } = rejudgeDocument(version.document, {
    now: deps.clock(),
    trustedOrigins,
  });
  const inForce = await exceptions.inForce({ ...live, planId: null }, deps.clock());
  const inputs: Judged[] = [
    {
      name: documentPart,
      rulesNow: offerRuleSet,
      isWhole: true,
      findings: withExceptionsInDocument(ofDocument, inForce),
    },
  ];
  for (const artefact of artefactsOf(version.document)) {
    const binding = bindings.find(({ artefactId }) => artefactId === artefact.artefactId);
    const { planId } = artefact;
    const covering = inForce.filter((each) => coversPlan(each, { ...live, planId }));
    inputs.push(await judgeArtefact(deps, { exceptions: covering, artefact, ...binding }));
  }
  const findings = inputs.flatMap((each) => each.findings);
  const judged = inputs.filter(({ isWhole }) => isWhole).map(({ name }) => name);
  const notJudged = inputs.filter(({ isWhole }) => !isWhole).map(({ name }) => name);
  const verdict = judge(findings);
  const certifiedUnder = (await certifications.find(live.publicationId))?.ruleSets ?? [];
  return {
    ...live,
    verdict: verdict === 'passed' && notJudged.length > 0 ? 'notJudged' : verdict,
    certifiedUnder: unique([...certifiedUnder, ...inputs.flatMap((each) => each.certifiedUnder ?? [])]),
    rulesNow: unique(inputs.map((each) => each.rulesNow)),
    findings: findings.filter(({ severity }) => severity === 'error' || severity === 'reviewRequired'),
    judged,
    notJudged,
    rulesNotRun,
  };
}

/** Nobody can say anything of a version that is not there any more. */
const nothingKept = {
  verdict: 'nothingToJudge',
  certifiedUnder: [],
  rulesNow: [],
  findings: [],
  judged: [],
  notJudged: [],
  rulesNotRun: [],
} as const;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();

type Asked = {
  readonly artefact: OfferArtefact;
  /** Those that count for its plan. */
  readonly exceptions: readonly CertificationException[];
  readonly digest?: string;
  readonly reportId?: string;
};

type Judged = Rejudged & {
  readonly name: string;
  readonly rulesNow: string;
  readonly certifiedUnder?: string | undefined;
};

async function judgeArtefact(
  deps: AppDeps,
  { artefact, exceptions, digest, reportId }: Asked,
): Promise<Judged> {
  const { artefacts, reports } = deps.catalogue;
  const { artefactId, planId, pointer } = artefact;
  const [stored, report] = await Promise.all([
    digest === undefined ? undefined : artefacts.find(digest),
    reportId === undefined ? undefined : reports.find(reportId),
  ]);
  const found = stored === undefined ? nothing : await rejudge(deps, artefact, stored);
  return {
    name: artefactId,
    rulesNow: ruleSetOf(artefact),
    certifiedUnder: report?.ruleSetVersion,
    isWhole: found.isWhole,
    findings: withExceptions(found.findings, exceptions).map((finding) => ({
      ...finding,
      target: { plan: planId, ...(finding.target.file === undefined ? { pointer } : finding.target) },
    })),
  };
}

const nothing: Rejudged = { findings: [], isWhole: false };

async function rejudge(
  { clock, packageJudge, staging }: AppDeps,
  artefact: OfferArtefact,
  { digest, bytes, facts }: Artefact,
): Promise<Rejudged> {
  if (artefact.kind !== 'package') {
    const role = diskRoleOf(artefact.kind, artefact.osFamily);
    return rejudgeImage(role, facts, clock().toISOString());
  }
  const content: StoredBytes = {
    bytes,
    read: (offset, count, signal) => staging.read(digest, offset, count, signal),
  };
  return { findings: (await packageJudge.outcome(content, artefact.trackingId)).findings, isWhole: true };
}
