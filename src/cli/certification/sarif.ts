import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../domain/certification/finding';
import type { RuleDescription } from '../../domain/certification/rule';
import { invocationOf, type Ran } from './sarif-invocation';
import type { WordedFinding } from './worded-finding';

type Certified = Ran & {
  readonly rules: readonly RuleDescription[];
  readonly findings: readonly WordedFinding[];
  /** Where the file of a finding lies, as seen from where the person stands. */
  readonly pathOf: (finding: WordedFinding) => string;
};

/** One run as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code scanning services read. */
export function sarifOf({ rules, findings, pathOf, ...ran }: Certified): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'offer certify', rules: descriptorsOf(rules, findings) } },
        invocations: [invocationOf(ran)],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, pathOf(finding))),
      },
    ],
  };
}

/** Every rule that ran, and what only findings name: a rule that crashed. */
function descriptorsOf(
  rules: readonly RuleDescription[],
  findings: readonly WordedFinding[],
): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ ruleId }) => ruleId).filter((id) => !known.has(id)));
  return [
    ...rules.map(({ id, title, rationale, severity, aliases = [], policy }) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: rationale },
      defaultConfiguration: { level: levels[severity] },
      properties: { policy, aliases },
    })),
    ...[...others].map((id) => ({ id })),
  ];
}

const levels = {
  error: 'error',
  reviewRequired: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Readonly<Record<Severity, Result.level>>;

function resultOf({ ruleId, severity, message, fix, target }: WordedFinding, path: string): Result {
  return {
    ruleId,
    level: levels[severity],
    message: { text: fix === '' ? message : `${message}\n${fix}` },
    locations: [locationOf(target, path)],
    properties: { severity, ...(target.plan === undefined ? {} : { plan: target.plan }) },
  };
}

function locationOf({ line, column = 1, pointer }: WordedFinding['target'], path: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
    },
    ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

/** A relative reference, each part escaped: a colon would make it something else, half a character nothing. */
const uriOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
