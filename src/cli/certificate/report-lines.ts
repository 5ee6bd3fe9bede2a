import { actorText } from '../../domain/text/actors';
import type {
  CertificationReport,
  CertifiedInput,
  ReportedApproval,
} from '../../domain/certification/report/report-schema';
import { exceptionText } from '../../domain/text/exceptions';
import { findingText } from '../../domain/text/findings/findings';
import type { Language } from '../../domain/text/language';
import { bytesText, timeText } from '../../domain/text/quantity';
import type { Asked } from '../asked';
import { placeText } from '../output/place-text';
import { table } from '../output/table';

type Told = { readonly report: CertificationReport; readonly keyId: string; readonly isExpired: boolean };

/** A genuine report for people: who, what, when, by which rules, until when, and what was let pass. */
export function reportLines(
  { report, keyId, isExpired }: Told,
  { language, paint }: Asked,
): readonly string[] {
  const { publisherId, offerId, offerVersion, publicationId, verdict, inputs, exceptions } = report;
  const { approvals = [] } = report;
  return [
    paint('green', `Genuine: signed with key ${keyId}, and not changed since.`),
    ...table([
      ['Certified', `${publisherId}/${offerId} version ${offerVersion}, publication ${publicationId}`],
      ['Verdict', verdict],
      ['When', timeText(report.at, language)],
      ['Valid until', untilText(report, language)],
      ['Rules', report.ruleSets.join(', ')],
    ]),
    ...(isExpired
      ? [paint('yellow', 'It has run out: publish again to have it certified by today’s rules.')]
      : []),
    '',
    ...inputs.flatMap((input) => inputLines(input, language)),
    exceptions.length === 0 ? 'Exceptions: none' : `Exceptions: ${exceptions.length}`,
    ...exceptions.map((exception) =>
      paint('yellow', `  ${exception.ruleId}: ${exceptionText(exception, language)}`),
    ),
    ...(approvals.length === 0 ? [] : [`Approved by reviewers: ${approvals.length}`]),
    ...approvals.map((approval) => paint('yellow', `  ${approvalText(approval, language)}`)),
  ];
}

const approvalText = ({ input, ruleId, approver, at, until }: ReportedApproval, language: Language): string =>
  `${ruleId} of ${input}: ${actorText(approver, language)}, ${timeText(at, language)}; stands until ${timeText(until, language)}`;

const untilText = ({ validUntil }: CertificationReport, language: Language): string =>
  validUntil === null ? 'no date' : timeText(validUntil, language);

function inputLines(input: CertifiedInput, language: Language): readonly string[] {
  const { name, role, sha256, bytes, verdict, tests, findings, judgedAt } = input;
  const count = (result: string): number => tests.filter((test) => test.result === result).length;
  return [
    `${name} (${role}): ${verdict}, judged ${timeText(judgedAt, language)}`,
    `  ${sha256 === null ? 'could not be read' : `SHA-256 ${sha256}`}${bytes === null ? '' : `, ${bytesText(bytes, language)}`}`,
    `  rules passed ${count('pass')}, warned ${count('warn')}, failed ${count('fail')}, not run ${count('notRun')}`,
    ...findings.map(
      (finding) =>
        `  ! ${findingText(finding, language).message} [${finding.ruleId}]${placeText(finding.target, language)}`,
    ),
    '',
  ];
}
