import { evolve } from '../../src/domain/publication/evolve';
import type { PublicationFact } from '../../src/domain/publication/events';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';

export const phases = [
  'validation',
  'awaitingAddress',
  'certification',
  'certificationFailed',
  'inReview',
  'provisioning',
  'signOff',
  'scheduled',
  'live',
  'canceled',
  'changesRequested',
] as const;

export type Phase = (typeof phases)[number];

export const publicationId = '3f1d0c9a-5b1e-4b57-9a52-0d6c4b2f7a11';

/** The status of contoso/linux-vm in a phase, folded from the events that lead there, one minute apart. */
export function publicationAt(phase: Phase, more: readonly PublicationFact[] = []): PublicationStatus {
  const start = Date.parse('2026-11-20T10:00:00.000Z');
  const events = [...factsUntil(phase), ...more].map((fact, minute) => ({
    ...fact,
    at: new Date(start + minute * 60_000).toISOString(),
  }));
  const status = events.reduce<PublicationStatus | undefined>(evolve, undefined);
  if (status === undefined) throw new Error('a publication has at least one event');
  return status;
}

const step = (
  id: string,
  status: Extract<PublicationFact, { kind: 'stepChanged' }>['status'],
): PublicationFact => ({
  kind: 'stepChanged',
  step: id,
  status,
});
const told = (
  id: string,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): PublicationFact => ({
  kind: 'messageAdded',
  step: id,
  level: 'information',
  message: { code, params },
});
const done = (...ids: readonly string[]): readonly PublicationFact[] =>
  ids.flatMap((id) => [step(id, 'inProgress'), step(id, 'complete')]);

function factsUntil(phase: Phase): readonly PublicationFact[] {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  if (pipeline === undefined) throw new Error('no pipeline');
  const offer = { publisherId: 'contoso', offerId: 'linux-vm', language: 'en' } as const;
  const opened: readonly PublicationFact[] = [
    { kind: 'started', publicationId, ...offer, requestedBy: 'api' },
    {
      kind: 'opened',
      offerType: 'microsoft-azure-virtualmachines',
      offerVersion: 1,
      pipeline,
      language: 'en',
    },
  ];
  const validated: readonly PublicationFact[] = [
    ...opened,
    { kind: 'emailsProvided', emails: ['ann@contoso.com'], actor: null },
    ...done('displaydummycertify'),
  ];
  const previewed: readonly PublicationFact[] = [
    ...validated,
    ...done('displaycertify', 'displayprovision', 'displaypackage', 'preview'),
    {
      kind: 'previewOpened',
      links: [{ text: 'Contoso Linux', uri: 'http://offers.example/preview/contoso/linux-vm' }],
    },
    step('publisher-signoff', 'waitingForPublisherReview'),
    told('publisher-signoff', 'signOff.waiting'),
  ];
  switch (phase) {
    case 'validation':
      return [...opened, step('displaydummycertify', 'inProgress')];
    case 'awaitingAddress':
      return [
        ...opened,
        step('displaydummycertify', 'inProgress'),
        told('displaydummycertify', 'address.waiting'),
      ];
    case 'certification':
      return [...validated, step('displaycertify', 'inProgress')];
    case 'certificationFailed':
      return [
        ...validated,
        step('displaycertify', 'inProgress'),
        {
          kind: 'findingsReported',
          step: 'displaycertify',
          reportId: 'report-1',
          findings: [
            {
              ruleId: 'vm.vhd.size-alignment',
              severity: 'error',
              params: {},
              target: { plan: 'standard', pointer: '/definition/plans/0' },
              expected: '1074790400',
              actual: '1073742336',
            },
          ],
        },
        step('displaycertify', 'blocked'),
        { kind: 'ended', outcome: 'failed' },
      ];
    case 'inReview':
      return [
        ...validated,
        step('displaycertify', 'inProgress'),
        {
          kind: 'reviewOpened',
          step: 'displaycertify',
          workItem: {
            board: 'own',
            id: 'REVIEW-000001',
            url: 'http://offers.example/publishers/contoso/offers/linux-vm/review',
          },
        },
        step('displaycertify', 'waitingForApproval'),
      ];
    case 'provisioning':
      return [...validated, ...done('displaycertify'), step('displayprovision', 'inProgress')];
    case 'signOff':
      return previewed;
    case 'scheduled':
      return [...previewed, { kind: 'goLiveVoted', actor: 'portal', notBefore: '2026-12-24T08:00:00.000Z' }];
    case 'live':
      return [
        ...previewed,
        { kind: 'goLiveVoted', actor: 'portal' },
        { kind: 'goLiveApproved' },
        ...done('publisher-signoff', 'live'),
        {
          kind: 'wentLive',
          links: [{ text: 'Azure Marketplace', uri: 'http://offers.example/marketplace/contoso/linux-vm' }],
        },
        { kind: 'ended', outcome: 'live' },
      ];
    case 'canceled':
      return [
        ...previewed,
        { kind: 'cancelRequested', actor: 'portal' },
        { kind: 'ended', outcome: 'canceled' },
      ];
    case 'changesRequested':
      return [...previewed, { kind: 'ended', outcome: 'rejected' }];
  }
}
