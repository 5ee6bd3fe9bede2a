import type { PublicationFact } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import { forcedEnd } from '../../../src/domain/publication/forced-end';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { publicationAt } from '../../support/publication-at';

const at = '2026-11-21T12:00:00.000Z';
const flipping: readonly PublicationFact[] = [
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'complete' },
  { kind: 'stepChanged', step: 'live', status: 'inProgress' },
];
const links = [{ text: 'Azure Marketplace', uri: 'http://elsewhere.example/marketplace/contoso/linux-vm' }];

const ended = (status: PublicationStatus, isInProduction: boolean) =>
  forcedEnd(status, { isInProduction }).reduce<PublicationStatus>(
    (before, fact) => evolve(before, { ...fact, at }),
    status,
  );

describe('what a terminated run would have told', () => {
  it.each([
    ['while it flipped', publicationAt('signOff', flipping)],
    ['before the log knew that it would flip', publicationAt('signOff')],
  ])('is that the offer is live, once it is in production: terminated %s', (_, status) => {
    const live = ended(status, true);

    expect(live).toMatchObject({ status: 'succeeded', outcome: 'live', endedAt: at });
    expect(new Set(live.steps.map((step) => step.status))).toEqual(new Set(['complete']));
    expect(live.steps.find(({ id }) => id === 'live')?.messages).toMatchObject([
      { message: { code: 'goLive.nowLive' } },
    ]);
    expect(live.liveLinks.map(({ uri }) => uri)).toEqual([
      'http://offers.example/marketplace/contoso/linux-vm',
      'http://offers.example/portal-gallery/contoso/linux-vm',
    ]);
  });

  it('is not told again where it had got that far itself', () => {
    const status = publicationAt('signOff', [...flipping, { kind: 'wentLive', links }]);

    const live = ended(status, true);

    expect(live.liveLinks).toEqual(links);
    expect(live.steps.find(({ id }) => id === 'live')).toMatchObject({ status: 'complete', messages: [] });
  });

  it('is that it was canceled, as long as it is not in production', () => {
    const canceled = ended(publicationAt('signOff', flipping), false);

    expect(canceled).toMatchObject({ status: 'canceled', outcome: 'canceled', liveLinks: [] });
    expect(canceled.steps.find(({ id }) => id === 'live')?.messages).toMatchObject([
      { level: 'warning', message: { code: 'cancel.byOperator' } },
    ]);
  });
});
