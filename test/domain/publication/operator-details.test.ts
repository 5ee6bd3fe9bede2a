import { operatorDetails } from '../../../src/domain/publication/operator-details';
import { foreignId } from '../text/mail-examples';
import { after, atSignOff, opened } from './story';

const statusPage = 'http://127.0.0.1:8080/publishers/contoso/offers/linux-vm/status';

it('says which offer, which step since when, and whom it waits for', () => {
  const details = operatorDetails(after(...atSignOff()), { statusPage });

  expect(details).toContain('**contoso/linux-vm** version 3: **Awaiting publisher sign-off**');
  expect(details).toContain(`[status page](${statusPage})`);
  expect(details).toContain('Waits for the publisher: signal `goLive` or `cancel`.');
  expect(details).toContain('|Publisher sign-off|Waiting for your sign-off|11\u201121\u00a012:00|');
});

it('says why it failed and what the fix is', () => {
  const finding = { ruleId: 'lead.test-failed', severity: 'error' as const, target: {} };
  const status = after(
    opened(),
    { kind: 'stepChanged', step: 'displaypackage', status: 'inProgress' },
    {
      kind: 'findingsReported',
      step: 'displaypackage',
      findings: [{ ...finding, params: { destination: 'AzureTable', answer: '403 Forbidden' } }],
    },
    { kind: 'stepChanged', step: 'displaypackage', status: 'blocked' },
    { kind: 'ended', outcome: 'failed' },
  );

  const details = operatorDetails(status);

  expect(details).toContain('**lead.test-failed**');
  expect(details).toContain('403 Forbidden');
  expect(details).toMatch(/\*\*Fix:\*\* \w+/);
});

it.each([
  ['publication.own-fault', { activity: 'packageProduct' }, 'Correct the cause, then publish again.'],
  [
    'publication.dependency-failed',
    { activity: 'replicate', reason: '503' },
    'Mend what it or the failed activity names, then publish again',
  ],
])('says of %s what an operator does about it, not that there is nothing to do', (ruleId, params, fix) => {
  const step = 'displaypackage';
  const findings = [{ ruleId, severity: 'error' as const, params, target: {} }];
  const status = after(
    opened(),
    { kind: 'stepChanged', step, status: 'inProgress' },
    { kind: 'findingsReported', step, findings },
    { kind: 'stepChanged', step, status: 'blocked' },
  );
  const trouble = { code: 'failure.ownCause', params: { cause: 'packageProduct: NotCertified: no report.' } };

  const details = operatorDetails(status, { trouble });

  expect(details).toContain(`**Fix:** ${fix}`);
  expect(details).toContain('packageProduct: NotCertified: no report.');
});

it('stays below 2 KiB however much was said', () => {
  const said = Array.from({ length: 20 }, (_, index) => ({
    kind: 'messageAdded' as const,
    step: 'displaycertify',
    level: 'information' as const,
    message: { code: 'message.unknown', params: { name: `${index}${'x'.repeat(480)}` } },
  }));

  expect(Buffer.byteLength(operatorDetails(after(...atSignOff(), ...said), { statusPage }))).toBeLessThan(
    2048,
  );
});

it('says of a refused start in words what was wrong and how to mend it', () => {
  const step = 'displaydummycertify';
  const status = after(
    { kind: 'findingsReported', step, findings: [foreignId] },
    { kind: 'stepChanged', step, status: 'blocked' },
    { kind: 'ended', outcome: 'failed' },
  );

  const details = operatorDetails(status);

  expect(details).toContain('The publication was started under the workflow id wrong;');
  expect(details).toContain('**Fix:** Start it again under the workflow id publication.contoso.linux-vm.');
});

it.each([
  ['<script>alert(1)</script>', /<script/],
  ['<img src=x onerror=alert(1)>', /<img/],
  ['x|y|z', /[^\\]\|y/],
  ['`x`', /[^\\]`x/],
  ['**bold**', /[^\\]\*bold|\*\*bold/],
  ['[click](https://evil.example)', /[^\\]\[click|https:\/\//],
  ['see www.evil.example', /www\./],
  ['x\n\n# Heading\n\n|a|b|\n|-|-|', /^# Heading/m],
  ['x\r- item', /^- item/m],
  ['\\`x\\`', /[^\\]\\\\`/],
])('shows %p, which others wrote, as nothing but words', (text, form) => {
  const step = 'displaydummycertify';
  const finding = { ruleId: 'lead.test-failed', severity: 'error' as const, target: {} };
  const status = after(
    opened(),
    { kind: 'stepChanged', step, status: 'inProgress' },
    {
      kind: 'messageAdded',
      step,
      level: 'error',
      message: { code: 'message.unknown', params: { name: text } },
    },
    {
      kind: 'findingsReported',
      step,
      findings: [{ ...finding, params: { destination: text, answer: text } }],
    },
  );

  const details = operatorDetails({ ...status, offerId: text });

  expect(details).not.toMatch(form);
  expect(details.match(/^\|/gm)).toHaveLength(2 + status.steps.length);
});
