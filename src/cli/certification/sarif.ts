import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../../domain/certification/finding';
import type { RuleDescription } from '../../domain/certification/rule';
import { findingPlace } from '../../domain/text/findings/finding-place';
import type { FoundAt } from './place-of';
import { invocationOf, type Ran } from './sarif-invocation';
import type { WordedFinding } from './worded-finding';

type Certified = Ran & {
  readonly rules: readonly RuleDescription[];
  readonly findings: readonly WordedFinding[];
  readonly placeOf: (finding: WordedFinding) => FoundAt;
  /** Of an installation, whose pages explain the rules; undefined where none is known. */
  readonly site: string | undefined;
};

/** One run as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code scanning services read. */
export function sarifOf({ rules, findings, placeOf, site, ...ran }: Certified): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'offer certify', rules: descriptorsOf(rules, findings, site) } },
        invocations: [invocationOf(ran)],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, placeOf(finding))),
      },
    ],
  };
}

/** Every rule that ran, and what only findings name: a rule that crashed. */
function descriptorsOf(
  rules: readonly RuleDescription[],
  findings: readonly WordedFinding[],
  site: string | undefined,
): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(findings.map(({ ruleId }) => ruleId).filter((id) => !known.has(id)));
  return [
    ...rules.map(({ id, title, rationale, severity, aliases = [], policy }) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: rationale },
      ...(site !== undefined && { helpUri: `${site}/docs/rules#${id}` }),
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

function resultOf({ ruleId, severity, message, fix, target }: WordedFinding, at: FoundAt): Result {
  return {
    ruleId,
    level: levels[severity],
    message: { text: fix === '' ? message : `${message}\n${fix}` },
    locations: [locationOf(target, at)],
    properties: { severity, ...(target.plan === undefined ? {} : { plan: target.plan }) },
  };
}

/** Of a file in an image the line is one in that file: the artefact, which is the image, has no lines. */
function locationOf({ line, column = 1, pointer }: WordedFinding['target'], at: FoundAt): Location {
  const isInside = at.inside !== undefined;
  const name = isInside ? findingPlace({ file: at.inside, ...(line !== undefined && { line }) }) : pointer;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(at.file) },
      ...(line === undefined || isInside ? {} : { region: { startLine: line, startColumn: column } }),
    },
    ...(name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
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
