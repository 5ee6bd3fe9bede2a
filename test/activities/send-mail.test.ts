import { ApplicationFailure } from '@temporalio/activity';
import type { MailInput } from '../../src/activities/contract';
import { type MailRoles, sendMailActivities } from '../../src/activities/send-mail';
import type { Finding } from '../../src/domain/certification/finding';
import type { PublicationFact } from '../../src/domain/publication/events';
import type { MailEvent } from '../../src/domain/text/mails/mail-event';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { OfferVersionRecord, ReportRecord } from '../../src/services/ports';
import { sampleOffer, samplePreviewSubscriptions } from '../../src/local/sample/offer';
import { after, atSignOff, opened, publicationId } from '../domain/publication/story';
import { foreignId, missingTitle, statusAt } from '../domain/text/mail-examples';
import { signedReport } from '../support/signed-report';
import { type FakeMailTransport, fakeMailTransport } from '../fakes/fake-mail-transport';
import { fakeSentMails } from '../fakes/fake-sent-mails';

const publicUrl = 'https://market.example';
const logo = `${publicUrl}/logo.png`;
const version: OfferVersionRecord = {
  publisherId: 'contoso',
  offerId: 'linux-vm',
  offerVersion: 3,
  offerType: 'microsoft-azure-virtualmachines',
  document: sampleOffer({
    osVhdUrl: 'https://contoso.blob.core.windows.net/vhds/linux.vhd?sv=x&sig=y',
    logoUrls: { small: logo, medium: logo, large: logo },
  }),
  regions: ['westeurope'],
  frozenAt: '2026-11-21T00:00:00.000Z',
};

type World = {
  readonly sendMail: (input?: Partial<MailInput>) => Promise<void>;
  readonly transport: FakeMailTransport;
  readonly sentMails: ReturnType<typeof fakeSentMails>;
};

/** What the log tells, and optionally a stored report; mails are about that. */
function world(status: PublicationStatus | undefined, findings?: readonly Finding[]): World {
  const transport = fakeMailTransport();
  const sentMails = fakeSentMails();
  const roles: MailRoles = {
    sentMails,
    mail: transport,
    operatorEmail: 'operator@market.example',
    reviewersEmail: 'reviewers@market.example',
    publicUrl,
    publications: {
      find: () =>
        Promise.resolve(
          status && { publicationId, publisherId: 'contoso', offerId: 'linux-vm', runId: 'run-1', status },
        ),
    },
    operations: { actorsOf: () => Promise.resolve(new Map([['request-1', 'ann']])) },
    reports: {
      find: (reportId) =>
        Promise.resolve(reportId === 'report-1' && findings ? ({ findings } as ReportRecord) : undefined),
    },
    certifications: { find: () => Promise.resolve(status && signedReport().record) },
    offers: { findVersion: (_offer, number) => Promise.resolve(number === 3 ? version : undefined) },
    previewTokens: { issue: ({ subscriptionId }) => Promise.resolve(`token-of-${subscriptionId}`) },
    temporalPage: ({ publisherId, offerId, runId }) =>
      `https://temporal.example/${publisherId}.${offerId}/${runId}`,
  };
  const { sendMail } = sendMailActivities(roles);
  const base: MailInput = {
    publicationId,
    publisherId: 'contoso',
    offerId: 'linux-vm',
    event: 'live',
    number: 1,
    emails: ['pat@contoso.example'],
  };
  return { transport, sentMails, sendMail: (input = {}) => sendMail({ ...base, ...input }) };
}

it('sends one mail to each address, and nothing more when it is called again', async () => {
  const { sendMail, transport, sentMails } = world(statusAt('live'));
  const emails = ['pat@contoso.example', 'kim@contoso.example', 'pat@contoso.example'];

  await sendMail({ emails });
  await sendMail({ emails });

  expect(transport.mails.map(({ to }) => to)).toEqual(['pat@contoso.example', 'kim@contoso.example']);
  expect([...sentMails.sent]).toEqual([
    `${publicationId}/live/1/pat@contoso.example`,
    `${publicationId}/live/1/kim@contoso.example`,
  ]);
  expect(new Set(transport.mails.map(({ messageId }) => messageId)).size).toBe(2);
});

it('puts all mails of a publication into the thread that its first mail starts', async () => {
  const { sendMail, transport } = world(statusAt('live'));

  await sendMail({ event: 'signOffReminder' });
  await sendMail({ event: 'signOffReminder', number: 2 });
  await sendMail({ event: 'live' });

  expect(transport.mails.map(({ messageId, references }) => [messageId, references])).toEqual([
    ['<1@fake>', undefined],
    ['<2@fake>', '<1@fake>'],
    ['<3@fake>', '<1@fake>'],
  ]);
});

it('throws while the mail server is away, and repeats only what did not get through, under its first Message-ID', async () => {
  const { sendMail, transport } = world(statusAt('live'));
  const emails = ['pat@contoso.example', 'kim@contoso.example'];
  transport.failNext('pat@contoso.example');

  await expect(sendMail({ emails })).rejects.toThrow('the line broke');
  await sendMail({ emails });

  expect(transport.mails.map(({ to, messageId }) => [to, messageId])).toEqual([
    ['kim@contoso.example', '<2@fake>'],
    ['pat@contoso.example', '<1@fake>'],
  ]);
});

it('names an address that is refused for good, tells the others, and is not tried for ever', async () => {
  const { sendMail, transport } = world(statusAt('live'));
  transport.refuse('gone@contoso.example');

  const failure: unknown = await sendMail({ emails: ['gone@contoso.example', 'pat@contoso.example'] }).catch(
    (error: unknown) => error,
  );

  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({
    nonRetryable: true,
    message: 'gone@contoso.example was refused: 550 no such user',
  });
  expect(transport.mails.map(({ to }) => to)).toEqual(['pat@contoso.example']);
});

it('has nothing to do for a publisher without an address', async () => {
  const { sendMail, transport, sentMails } = world(statusAt('canceled'));

  await sendMail({ event: 'canceled', emails: [] });

  expect(transport.mails).toEqual([]);
  expect(sentMails.keys).toEqual([]);
});

it.each<MailEvent>(['ownFailure', 'overdue', 'addressMissing', 'boardAway'])(
  'tells the operator about %s, in English and with the run’s page, whatever addresses there are',
  async (event) => {
    const { sendMail, transport } = world({ ...statusAt(event), language: 'ru' });

    await sendMail({ event, emails: ['pat@contoso.example'] });

    expect(transport.mails.map(({ to }) => to)).toEqual(['operator@market.example']);
    expect(transport.mails[0]!.text).toContain('https://temporal.example/contoso.linux-vm/run-1');
    expect(transport.mails[0]!.text).toContain('What to do next');
  },
);

it('writes to publishers in the language of the publication, under the offer’s title', async () => {
  const { sendMail, transport } = world({ ...statusAt('live'), language: 'es' });

  await sendMail();

  expect(transport.mails[0]!.subject).toBe('Contoso Linux Web Server: la oferta está publicada');
});

it('lists every finding of the stored report, not only the ten that the log keeps', async () => {
  const findings = Array.from({ length: 25 }, (_, plan): Finding => ({
    ...missingTitle,
    target: { pointer: `/definition/plans/${plan}` },
  }));
  const reported: readonly PublicationFact[] = [
    opened(),
    {
      kind: 'findingsReported',
      step: 'displaycertify',
      findings: findings.slice(0, 10),
      reportId: 'report-1',
    },
    { kind: 'stepChanged', step: 'displaycertify', status: 'blocked' },
  ];
  const { sendMail, transport } = world(after(...reported), findings);

  await sendMail({ event: 'certificationFailed', step: 'displaycertify' });

  expect(transport.mails[0]!.text.match(/Fix: /g)).toHaveLength(25);
});

it('makes a personal preview link for each allow-listed subscription', async () => {
  const { sendMail, transport } = world(statusAt('previewReady'));

  await sendMail({ event: 'previewReady' });

  expect(samplePreviewSubscriptions.length).toBeGreaterThan(0);
  for (const subscription of samplePreviewSubscriptions) {
    expect(transport.mails[0]!.text).toContain(
      `https://market.example/preview/contoso/linux-vm?token=token-of-${subscription}`,
    );
  }
});

it('comes again a moment later when the log does not tell about the event yet', async () => {
  const { sendMail, transport } = world(after(...atSignOff()));

  const failure: unknown = await sendMail({ event: 'live' }).catch((error: unknown) => error);

  expect(failure).toMatchObject({ nonRetryable: false, type: 'LogBehind' });
  expect(transport.mails).toEqual([]);
});

it('tells the addresses of a refused start, which has no log, what was wrong with it', async () => {
  const { sendMail, transport } = world(undefined);

  await sendMail({ event: 'startRefused', findings: [foreignId], language: 'en' });

  expect(transport.mails[0]!.subject).toBe('contoso/linux-vm: publishing did not start');
  expect(transport.mails[0]!.text).toContain('publication.contoso.linux-vm');
  expect(transport.mails[0]!.text).toContain('Fix: ');
});

it('tells of the refused start itself, although it came with the id of a publication that is under way', async () => {
  const { sendMail, transport } = world(after(...atSignOff()));

  await sendMail({ event: 'startRefused', findings: [foreignId], language: 'en' });

  expect(transport.mails[0]!.text).toContain('publication.contoso.linux-vm');
});

it('says that there is no such publication instead of trying for ever', async () => {
  const { sendMail } = world(undefined);

  await expect(sendMail()).rejects.toMatchObject({ nonRetryable: true, type: 'NoSuchPublication' });
});

it('says of a name that nobody vouched for that it is a claim, as the pages do', async () => {
  const canceledBy = (actor: string, requestId: string): PublicationStatus => {
    const status = statusAt('canceled');
    const message = { code: 'cancel.accepted', params: { actor, requestId } };
    const entry = { at: status.changedAt, level: 'information', message } as const;
    return { ...status, steps: status.steps.map((step) => ({ ...step, messages: [entry] })) };
  };
  const [known, claimed] = [world(canceledBy('ann', 'request-1')), world(canceledBy('mallory', 'request-1'))];

  await known.sendMail({ event: 'canceled' });
  await claimed.sendMail({ event: 'canceled' });

  expect(known.transport.mails[0]?.text).toMatch(/\bann\b(?! \(unverified\))/);
  expect(claimed.transport.mails[0]?.text).toContain('mallory (unverified)');
});

it('tells nobody of a date that was withdrawn before the mail went out, and then that it was', async () => {
  const { steps, ...status } = statusAt('goLiveScheduled');
  const entry = {
    at: status.changedAt,
    level: 'information',
    message: { code: 'goLive.withdrawn', params: { actor: 'ann', requestId: 'request-1' } },
  } as const;
  const withdrawn: PublicationStatus = {
    ...status,
    goLive: { ...status.goLive, votes: [] },
    steps: steps.map((step) =>
      step.id === 'publisher-signoff' ? { ...step, messages: [...step.messages, entry] } : step,
    ),
  };
  const { sendMail, transport, sentMails } = world(withdrawn);

  await sendMail({ event: 'goLiveScheduled' });
  await sendMail({ event: 'goLiveWithdrawn' });

  expect(transport.mails.map(({ subject }) => subject)).toEqual([
    'Contoso Linux Web Server: the votes for production were taken back',
  ]);
  expect([...sentMails.sent]).toEqual([`${publicationId}/goLiveWithdrawn/1/pat@contoso.example`]);
});
