import { atSignOff, hasEnded, seeThrough } from '../support/course';
import { openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { runOffer } from '../support/run-offer';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

jest.setTimeout(900_000);

const name = 'contoso/linux-vm';
const pages = `/publishers/${name.replace('/', '/offers/')}`;
const inReview = ({ steps }: { readonly steps: readonly { readonly status: string }[] }): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

/** What the file systems begin with: no library here reads what follows. */
const xfs = Buffer.from('XFSB\0\0\x10\0', 'latin1');
const luks = Buffer.from('LUKS\xba\xbe', 'latin1');

it('a disk that nobody can look into waits in certification for a reviewer, whose approval holds for its bytes', () =>
  inWorkshop(async (workshop) => {
    const system = await openRealSystem(workshop);
    const [{ url }] = await Promise.all([system.startApi(), system.startWorker()]);
    const token = await reviewersToken(url, system);
    const offerAs =
      (secret: string) =>
      async (...argv: readonly string[]): Promise<string> => {
        const { stdout, stderr, exitCode } = await runOffer(argv, { OFFER_API: url, OFFER_TOKEN: secret });
        return `${stdout}${stderr}exit code ${exitCode}`;
      };
    const [asPublisher, asReviewer] = [offerAs(system.keys.apiToken), offerAs(token)];
    const statusPage = async (): Promise<string> =>
      (
        await fetch(`${url}${pages}/status`, { headers: { Authorization: `Bearer ${system.keys.apiToken}` } })
      ).text();
    const publish = async (rootBegins: Buffer): Promise<string> => {
      await system.saveDraft(system.offer, await uploadFiles(system, { rootBegins }));
      return system.publish();
    };

    // Refused, it ends; the publisher reads why.
    const refused = await publish(luks);
    await system.untilLogged(refused, inReview);
    await asReviewer('review', 'request-changes', name, '--comment', 'Use ext4.');
    expect((await system.untilLogged(refused, hasEnded)).outcome).toBe('rejected');
    // Until its mails are sent the run is there, and nothing can be published.
    await system.client.result(system.offer);
    await mailed(system, /certification waits for a reviewer/, 'could not be read');
    await mailed(system, /the reviewers request changes/, 'Use ext4.');
    expect(await asPublisher('status', name)).toContain('Changes requested');

    // It waits, and everybody sees for whom and why.
    const first = await publish(xfs);
    const waiting = await system.untilLogged(first, inReview);
    expect(waiting.steps.find(({ status }) => status === 'waitingForApproval')?.id).toBe('displaycertify');
    for (const shown of [await asPublisher('status', name), await statusPage()]) {
      expect(shown).toContain('In review');
      expect(shown).toContain('could not be read (file system: XFS (partition 1))');
      expect(shown).toContain('A reviewer has to look at the findings (1)');
    }
    expect(await asPublisher('status', name)).toMatch(/Waits for: .*review/);
    expect(await asReviewer('review', 'list')).toContain(name);

    // Approved, it goes on and goes live.
    expect(await asReviewer('review', 'approve', name, '--comment', 'Seen running.')).toContain(
      'exit code 0',
    );
    await system.untilLogged(first, atSignOff);
    const approved = await asPublisher('status', name);
    expect(approved).toContain('rita@contoso approved the findings as an exception.');
    expect(approved).toContain('Seen running.');
    await mailed(system, /a reviewer approved the findings/, 'Seen running.');
    expect((await seeThrough(system, first)).outcome).toBe('live');

    // The same bytes are not shown to a reviewer again.
    const second = await system.publish();
    const again = await system.untilLogged(second, (status) => inReview(status) || atSignOff(status));
    expect(inReview(again)).toBe(false);
    expect(await asPublisher('status', name)).toMatch(/standard\/1\.0\.0\/os: rita@contoso approved these/);
    expect((await seeThrough(system, second)).outcome).toBe('live');
  }));

async function mailed({ inbox }: RealSystem, subject: RegExp, text: string): Promise<void> {
  const mail = await until(`a mail about ${String(subject)}`, () =>
    inbox.mails.find(({ raw }) => subject.test(/^Subject: (.*)$/m.exec(raw)?.[1] ?? '')),
  );
  expect(mail.raw.replaceAll(/=\r?\n/g, '')).toContain(text);
}

async function reviewersToken(url: string, { keys }: RealSystem): Promise<string> {
  const answer = await fetch(`${url}/api/publishers/contoso/tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keys.apiToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'rita', role: 'Reviewer' }),
  });
  const { token } = (await answer.json()) as { readonly token?: unknown };
  return String(token);
}
