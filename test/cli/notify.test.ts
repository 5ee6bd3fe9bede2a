import { runningId } from '../fakes/fake-publication-client';
import { type Phase, publicationAt } from '../support/publication-at';
import { offerAt, type OfferAt } from '../support/offer-at';
import type { TestApp } from '../support/test-app';

const at = 'contoso/linux-vm';
const next = 'Next: offer notify contoso/linux-vm --email <address>\n';

let test: TestApp;
let offer: OfferAt;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

function running(phase: Phase): void {
  test.publish({ ...publicationAt(phase), publicationId: runningId });
  test.client.next = 'alreadyRunning';
}

describe('offer notify', () => {
  it('gives a publication the address that it waits for', async () => {
    test.publish(publicationAt('awaitingAddress'));

    const { exitCode, stdout } = await offer.run('notify', at, '--email', 'ann@contoso.com');

    expect([exitCode, stdout]).toEqual([0, 'Notification addresses: accepted for contoso/linux-vm.\n']);
    expect(test.client.sent).toEqual([
      {
        name: 'notificationEmails',
        input: expect.objectContaining({ emails: ['ann@contoso.com'] }) as object,
      },
    ]);
  });

  it('needs an address', async () => {
    const { exitCode, stderr } = await offer.run('notify', at);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('--email');
  });
});

describe('the way on without an address', () => {
  it('stands in the status of a publication that waits for one, and only there', async () => {
    test.publish(publicationAt('awaitingAddress'));
    const waiting = await offer.run('status', at);
    test.publish(publicationAt('certification'));
    const working = await offer.run('status', at);

    expect(waiting.stdout).toContain(next);
    expect(working.stdout).not.toContain('Next:');
  });

  it('is told by publish at once', async () => {
    const { stdout } = await offer.run('publish', at);

    expect(stdout).toContain(`It will wait for an address for its notices. ${next}`);
  });

  it('is told when waiting is given up', async () => {
    running('awaitingAddress');

    const { exitCode, stderr } = await offer.run('publish', at, '--wait', '--timeout', '1');

    expect(exitCode).toBe(6);
    expect(stderr).toContain(next);
  });
});

describe('an offer that is not there', () => {
  it.each(['publish', 'go-live', 'validate'])('%s names the command that makes it', async (command) => {
    const { exitCode, stderr } = await offer.run(command, 'contoso/nope');

    expect([exitCode, stderr]).toEqual([
      2,
      'There is no offer contoso/nope. Save its draft first: offer put offer.json\n',
    ]);
  });
});

describe('publish, again, with another address', () => {
  it('says which addresses stay, and how to change them', async () => {
    running('certification');

    const { stdout } = await offer.run('publish', at, '--email', 'bob@contoso.com');

    expect(stdout).toContain(
      'Its notices go to ann@contoso.com. To change that: offer notify contoso/linux-vm --email <address>\n',
    );
  });

  it('says nothing more where the address is taken', async () => {
    running('awaitingAddress');

    const { stdout } = await offer.run('publish', at, '--email', 'bob@contoso.com');

    expect(stdout).not.toContain('notify');
    expect(test.client.sent.map(({ name }) => name)).toEqual(['publish', 'notificationEmails']);
  });
});
