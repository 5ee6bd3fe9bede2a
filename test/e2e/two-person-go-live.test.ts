import { runOffer } from '../support/run-offer';
import { stagedService, stagedServiceKey as offer } from '../support/staged-offers';
import { apiCaller } from '../support/api-caller';
import { approve, atSignOff, hasEnded } from '../support/course';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

jest.setTimeout(900_000);

const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

const mailsAbout = (system: RealSystem, subject: RegExp): readonly string[] =>
  system.inbox.mails
    .map(({ raw }) => raw.replace(/=\r?\n/g, ''))
    .filter((raw) => subject.test(/^Subject: (.*)$/m.exec(raw)?.[1] ?? ''));

it('needs two people and keeps the date, on every face, while API and worker are killed and come back', () =>
  inWorkshop(async (workshop) => {
    const system = await openRealSystem(workshop);
    const [api, worker] = await Promise.all([system.startApi(), system.startWorker()]);
    const restart = async (): Promise<void> => {
      await Promise.all([api.send('SIGKILL'), worker.send('SIGKILL')]);
      await Promise.all([api.start(), worker.start()]);
    };
    const root = apiCaller(api.url, system.keys.apiToken);
    await root('POST', '/api/publishers', { id: 'contoso', goLiveVotes: 2 });
    await root('PATCH', '/api/publishers/contoso', { goLiveVotes: 2 });
    const tokens = await Promise.all(
      ['ann', 'bob'].map(async (name) => {
        const made = await root('POST', '/api/publishers/contoso/tokens', { name, role: 'Contributor' });
        expect(made).toMatchObject({ status: 201 });
        return String(made.body['token']);
      }),
    );
    const [ann = '', bob = ''] = tokens;
    const offerAs = (token: string, ...argv: string[]) =>
      runOffer(argv, { OFFER_API: api.url, OFFER_TOKEN: token });
    const page = async (): Promise<string> =>
      (
        await fetch(`${api.url}/publishers/contoso/offers/${offer.offerId}/status`, {
          headers: { Authorization: `Bearer ${ann}` },
        })
      ).text();

    await root('PUT', path, stagedService({ ...system.files.urls }));
    const metadata = { 'notification-emails': system.emails.join(',') };
    const published = await root('POST', `${path}/publish`, { metadata });
    const publicationId = String(published.body['publicationId']);
    await system.untilLogged(publicationId, (status) => atSignOff(status) || hasEnded(status));
    await until('the mail says that two are needed', () =>
      mailsAbout(system, /is in staging/).some((mail) => mail.includes('0 of 2 (nobody yet)')),
    );

    // One vote with a date, by API. Everybody sees whose it is, whose is missing, and from when on it counts.
    const far = inSeconds(3600);
    expect((await apiCaller(api.url, ann)('POST', `${path}/golive`, { notBefore: far })).status).toBe(202);
    await restart();
    // 202 is also what a vote gets that is stored and not answered yet.
    await system.untilLogged(publicationId, ({ goLive }) => goLive.votes.length === 1);
    const voted = (await offerAs(bob, 'status', `contoso/${offer.offerId}`)).stdout;
    expect(voted).toContain('1 of 2 (ann@contoso)');
    expect(voted).toContain('Still needed: 1');
    expect(voted).toContain('Not before');
    expect(voted).toContain(`offer withdraw contoso/${offer.offerId}`);
    const shown = await page();
    expect(shown).toContain('1 of 2 (ann@contoso)');
    expect(shown).toContain('Withdraw the request for approval');
    // 202 as long as the worker that was killed is still asked for the answer.
    const twice = await until('a second vote of the same person is answered', async () => {
      const answer = await apiCaller(api.url, ann)('POST', `${path}/golive`, {});
      return answer.status !== 202 && answer;
    });
    expect(twice.status).toBe(409);
    expect(JSON.stringify(twice.body)).toContain('somebody else has to request it');

    await until('the others hear who voted, and what is missing', () =>
      mailsAbout(system, /another vote is needed/).some(
        (mail) => mail.includes('1 of 2 (ann@contoso)') && mail.includes('Still needed: 1'),
      ),
    );

    // The second vote, by CLI: scheduled, and it can be taken back. That takes all votes back.
    expect((await offerAs(bob, 'go-live', `contoso/${offer.offerId}`)).exitCode).toBe(0);
    await system.untilLogged(publicationId, ({ goLive }) => goLive.votes.length === 2);
    await until('a mail tells of the date', () =>
      mailsAbout(system, /at a date/).some((mail) => mail.includes('bob@contoso')),
    );
    await restart();
    expect(await page()).toContain('Request for approval scheduled');
    expect((await offerAs(bob, 'status', `contoso/${offer.offerId}`)).stdout).toContain(
      'Request for approval scheduled',
    );
    expect((await offerAs(bob, 'withdraw', `contoso/${offer.offerId}`)).exitCode).toBe(0);
    const withdrawn = await system.untilLogged(publicationId, ({ goLive }) => goLive.votes.length === 0);
    expect(withdrawn.goLive).toEqual({ votes: [], approved: false });
    await until('a mail tells who took it back', () =>
      mailsAbout(system, /taken back/).some((mail) => mail.includes('bob@contoso')),
    );

    // A date that comes while nothing runs: it counts once the worker is back.
    const soon = inSeconds(8);
    await apiCaller(api.url, ann)('POST', `${path}/golive`, { notBefore: soon });
    await apiCaller(api.url, bob)('POST', `${path}/golive`, {});
    await system.untilLogged(publicationId, ({ goLive }) => goLive.votes.length === 2);
    await Promise.all([api.send('SIGKILL'), worker.send('SIGKILL')]);
    await until('the date has come', () => Date.now() > Date.parse(soon));
    await Promise.all([api.start(), worker.start()]);
    const inReview = await system.untilLogged(publicationId, (status) =>
      status.steps.some((step) => step.status === 'waitingForApproval'),
    );
    expect(inReview.goLive).toMatchObject({ votes: ['ann@contoso', 'bob@contoso'], approved: true });

    // Who asked for it does not approve it.
    const own = await system.client.reviewDecision(offer, { actor: 'bob@contoso', decision: 'approve' });
    expect(own.kind).toBe('refused');
    await approve(system, offer);
    expect(await system.untilLogged(publicationId, hasEnded)).toMatchObject({ outcome: 'live' });
    await until('the mail about the review names both', () =>
      mailsAbout(system, /final review has started/).some((mail) =>
        mail.includes('2 of 2 (ann@contoso, bob@contoso)'),
      ),
    );
    const mails = system.inbox.mails.map(({ raw }) => raw.replace(/=\r?\n/g, ''));
    expect(mails.filter((raw) => /go.?live page|click go live/i.test(raw))).toEqual([]);
  }));
