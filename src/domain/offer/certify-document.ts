import type { Finding, Severity } from '../certification/finding';
import { type AnsweredLinks, hasAnswers } from '../certification/listing/link-answers';
import type { ListedPictures } from '../certification/listing/picture-facts';
import { withReasons } from '../certification/not-run-reason';
import type { RuleDescription } from '../certification/rule';
import { ruleAreas, sasUrlRules } from '../certification/rule-table';
import { linkAnswerRules, pictureRules } from '../certification/rules/listing/table';
import { signedPackageRules } from '../certification/rules/package-url/table';
import { ruleCrashed, type RulesOutcome, runRules } from '../certification/run-rules';
import type { NotRunCode, TestResult } from '../certification/test-result';
import { artefactsOf } from './artefacts';
import type { OfferDocument } from './document';
import { describedOfferRules, liveRuleIds } from './rules/described-rules';
import { endsValidation, validateOffer } from './validate-offer';

/** Every rule that an offer's document and pictures are held to, as people read them. */
export const documentRules: readonly RuleDescription[] = [
  ...describedOfferRules,
  ...ruleAreas['SAS URLs of disks'],
  ...ruleAreas['URLs of packages'],
  ...ruleAreas.Listings,
];

type Offline = ListedPictures &
  AnsweredLinks & {
    readonly document: OfferDocument;
    readonly now: Date;
    /** Exact `scheme://host:port` of addresses that an installation lets pass; offline nobody knows of any. */
    readonly trustedOrigins?: readonly string[];
  };

/**
 * What validation would say of a document on its own: without the live version, and without the secrets, which only
 * the service has; masks in their place are taken for secrets.
 */
export function certifyDocument(
  { document, now, pictures, answered, trustedOrigins = [] }: Offline,
  rules: readonly RuleDescription[],
): RulesOutcome {
  const chosen = new Set(rules.map(({ id }) => id));
  const all = [
    ...validateOffer(document, { now, trustedOrigins }),
    ...runRules({ answered }, linkAnswerRules),
    ...runRules({ pictures }, pictureRules),
  ].filter(({ ruleId }) => ruleId !== secretRule);
  const findings = all.filter((finding) =>
    [finding.ruleId, ...notJudgedAmong([finding])].some((id) => chosen.has(id)),
  );
  const notRun = [
    secretRule,
    ...liveRuleIds,
    ...withoutAddresses(document),
    ...(!hasAnswers({ answered }) ? linkAnswerRules.map(({ id }) => id) : []),
    ...(pictures.length === 0 ? pictureRules.map(({ id }) => id) : []),
  ];
  return { findings, tests: testsOf(all, rules, notRun) };
}

/** What came of every rule when the service validated a frozen version, which calls nothing and fetches no picture. */
export function validationTests(
  document: OfferDocument,
  findings: readonly Finding[],
  hasLiveVersion: boolean,
): readonly TestResult[] {
  const notRun: ReadonlyMap<string, NotRunCode> = new Map([
    ...linkAnswerRules.map(({ id }) => [id, 'linksNotCalled'] as const),
    ...pictureRules.map(({ id }) => [id, 'picturesLater'] as const),
    ...withoutAddresses(document).map((id) => [id, 'noAddress'] as const),
    ...[...(hasLiveVersion ? [] : liveRuleIds)].map((id) => [id, 'nothingLive'] as const),
  ]);
  const tests = testsOf(findings, documentRules, [...notRun.keys()]);
  const crashed = new Set(notJudgedAmong(findings));
  return withReasons({ findings, tests }, (ruleId) => ({
    code: crashed.has(ruleId) ? 'crashed' : (notRun.get(ruleId) ?? 'documentCutShort'),
  })).tests;
}

/** The rules on addresses of disks and of packages for which the document has none. */
function withoutAddresses(document: OfferDocument): readonly string[] {
  const kinds = new Set(artefactsOf(document).map(({ kind }) => kind));
  const run = [
    ...(kinds.has('osDisk') || kinds.has('dataDisk') ? sasUrlRules : []),
    ...(kinds.has('package') ? signedPackageRules : []),
  ].map(({ id }) => id);
  return [...sasUrlRules, ...signedPackageRules].map(({ id }) => id).filter((id) => !run.includes(id));
}

function testsOf(
  all: readonly Finding[],
  rules: readonly RuleDescription[],
  notRun: readonly string[],
): readonly TestResult[] {
  const isCutShort = all.some(({ ruleId }) => endsValidation.includes(ruleId));
  const lost = new Set([...notRun, ...notJudgedAmong(all)]);
  return rules.map((rule) => resultOf(rule, all, isCutShort || lost.has(rule.id)));
}

/** A crash says which rule it was, or which function that holds several: then none of the document's passes. */
function notJudgedAmong(findings: readonly Finding[]): readonly string[] {
  const own = describedOfferRules.map(({ id }) => id);
  return findings
    .filter(({ ruleId }) => ruleId === ruleCrashed.id)
    .map(({ params }) => String(params['rule']))
    .flatMap((name) => (name.startsWith('offer.') && !own.includes(name) ? own : [name]));
}

const secretRule = 'offer.secret-missing';

function resultOf(
  { id, aliases = [] }: RuleDescription,
  findings: readonly Finding[],
  isNotRun: boolean,
): TestResult {
  const found = new Set(findings.filter(({ ruleId }) => ruleId === id).map(({ severity }) => severity));
  const worst = severities.find((severity) => found.has(severity));
  const result = worst === undefined ? (isNotRun ? 'notRun' : 'pass') : results[worst];
  return { ruleId: id, aliases, result };
}

/** The worst first. */
const severities: readonly Severity[] = ['error', 'reviewRequired', 'warning', 'info'];

/** What a person has to decide was not judged. */
const results: Readonly<Record<Severity, TestResult['result']>> = {
  error: 'fail',
  reviewRequired: 'notRun',
  warning: 'warn',
  info: 'pass',
};
