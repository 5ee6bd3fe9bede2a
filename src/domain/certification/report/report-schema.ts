import { z } from 'zod';

const time = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const exceptionSchema = z.object({
  exceptionId: z.string(),
  ruleId: z.string(),
  reason: z.string(),
  /** Who answers for it. */
  approver: z.string(),
  until: time,
});

const approvalSchema = z.object({
  /** The input's name. */
  input: z.string(),
  /** Of the findings that waited for a reviewer. */
  ruleId: z.string(),
  approver: z.string(),
  at: time,
  /** From then on the same findings wait for a reviewer again. */
  until: time,
});

const findingSchema = z.object({
  ruleId: z.string(),
  aliases: z.array(z.string()).readonly().exactOptional(),
  policy: z.string().exactOptional(),
  severity: z.enum(['info', 'warning', 'error', 'reviewRequired']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  target: z.object({
    plan: z.string().exactOptional(),
    file: z.string().exactOptional(),
    pointer: z.string().exactOptional(),
    line: z.number().exactOptional(),
    column: z.number().exactOptional(),
  }),
  expected: z.string().exactOptional(),
  actual: z.string().exactOptional(),
  exception: exceptionSchema.omit({ ruleId: true }).exactOptional(),
});

const testSchema = z.object({
  ruleId: z.string(),
  aliases: z.array(z.string()).readonly(),
  /** The rule's own verdict, before any exception or downgrade. */
  result: z.enum(['pass', 'warn', 'fail', 'notRun']),
  expected: z.string().exactOptional(),
  actual: z.string().exactOptional(),
  leftOut: z.number().exactOptional(),
  /** Of a rule that was not run: why, as a code and the facts about it. */
  why: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
    })
    .exactOptional(),
});

const verdict = z.enum(['passed', 'reviewRequired', 'failed']);

const inputSchema = z.object({
  /** `offer` for the document, else as the offer names it: `plan1/1.0.0/os`. */
  name: z.string(),
  role: z.enum(['offerDocument', 'linuxOsDisk', 'windowsOsDisk', 'dataDisk', 'package']),
  plan: z.string().nullable(),
  /** Of the bytes that were judged; null when they could not be had. The document's is that of its canonical JSON. */
  sha256: sha256.nullable(),
  bytes: z.number().nullable(),
  ruleSet: z.string(),
  verdict,
  /** Earlier than the report when an earlier judgement was found. */
  judgedAt: time,
  /** From then on something would be judged differently; null where nothing of it has a date. */
  validUntil: time.nullable(),
  tests: z.array(testSchema).readonly(),
  findings: z.array(findingSchema).readonly(),
});

/** What one publication's certification rests on. Unknown fields are for newer readers; the signature covers them. */
export const reportSchema = z.object({
  schema: z.literal('certification-report/1'),
  publicationId: z.string(),
  publisherId: z.string(),
  offerId: z.string(),
  offerVersion: z.number(),
  at: time,
  verdict,
  /** The earliest of its inputs' and exceptions' dates. */
  validUntil: time.nullable(),
  ruleSets: z.array(z.string()).readonly(),
  inputs: z.array(inputSchema).readonly(),
  /** Those that let something pass. */
  exceptions: z.array(exceptionSchema).readonly(),
  /** Reviewers' decisions about findings with `reviewRequired`; absent while there are none, and in older reports. */
  approvals: z.array(approvalSchema).readonly().exactOptional(),
});

export type CertificationReport = z.infer<typeof reportSchema>;
export type CertifiedInput = z.infer<typeof inputSchema>;
export type ReportedApproval = z.infer<typeof approvalSchema>;
export type ReportedException = z.infer<typeof exceptionSchema>;
