import { diskRoleOf } from '../../domain/certification/disk-role';
import { withExceptions } from '../../domain/certification/exceptions/exception';
import { type Finding, judge } from '../../domain/certification/finding';
import { rejudgeImage, type Rejudged } from '../../domain/certification/rejudge';
import { ruleSetOf } from '../../domain/certification/rule-set-of';
import { artefactsOf, type OfferArtefact } from '../../domain/offer/artefacts';
import type { Artefact } from '../../domain/replication/artefact';
import type { LiveOffer, StoredBytes } from '../../services/ports';
import type { AppDeps } from '../deps';

/** What today's rules would say of a live offer. Nothing is read from publishers, and nothing is changed. */
export type Recertified = LiveOffer & {
  /** The worst of its artefacts; `notJudged` when some could not be judged and no other is worse. */
  readonly verdict: 'passed' | 'reviewRequired' | 'failed' | 'notJudged';
  /** Under which rules it was certified, and which there are now. */
  readonly certifiedUnder: readonly string[];
  readonly rulesNow: readonly string[];
  /** What keeps it from passing. */
  readonly findings: readonly Finding[];
  /** Artefacts of which nobody kept enough to say anything. */
  readonly notJudged: readonly string[];
};

export async function recertify(deps: AppDeps, live: LiveOffer): Promise<Recertified> {
  const { offers, artefacts } = deps.catalogue;
  const version = await offers.findVersion(live, live.offerVersion);
  const bindings = await artefacts.bindings(live, live.offerVersion);
  const judged: Judged[] = [];
  for (const artefact of version === undefined ? [] : artefactsOf(version.document)) {
    const binding = bindings.find(({ artefactId }) => artefactId === artefact.artefactId);
    judged.push(await judgeArtefact(deps, { live, artefact, ...binding }));
  }
  const findings = judged.flatMap((each) => each.findings);
  const notJudged = judged.filter(({ isWhole }) => !isWhole).map(({ artefactId }) => artefactId);
  const verdict = judge(findings);
  return {
    ...live,
    verdict: verdict === 'passed' && notJudged.length > 0 ? 'notJudged' : verdict,
    certifiedUnder: unique(judged.flatMap((each) => each.certifiedUnder ?? [])),
    rulesNow: unique(judged.map((each) => each.rulesNow)),
    findings: findings.filter(({ severity }) => severity === 'error' || severity === 'reviewRequired'),
    notJudged,
  };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();

type Asked = {
  readonly live: LiveOffer;
  readonly artefact: OfferArtefact;
  readonly digest?: string;
  readonly reportId?: string;
};

type Judged = Rejudged & {
  readonly artefactId: string;
  readonly rulesNow: string;
  readonly certifiedUnder: string | undefined;
};

async function judgeArtefact(deps: AppDeps, { live, artefact, digest, reportId }: Asked): Promise<Judged> {
  const { artefacts, exceptions, reports } = deps.catalogue;
  const { artefactId, planId, pointer } = artefact;
  const [stored, report, inForce] = await Promise.all([
    digest === undefined ? undefined : artefacts.find(digest),
    reportId === undefined ? undefined : reports.find(reportId),
    exceptions.inForce({ ...live, planId }, deps.clock()),
  ]);
  const found = stored === undefined ? nothing : await rejudge(deps, artefact, stored);
  return {
    artefactId,
    rulesNow: ruleSetOf(artefact),
    certifiedUnder: report?.ruleSetVersion,
    isWhole: found.isWhole,
    findings: withExceptions(found.findings, inForce).map((finding) => ({
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
  return { findings: (await packageJudge.outcome(content)).findings, isWhole: true };
}
