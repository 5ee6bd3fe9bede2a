import { headerOf } from '../fakes/smtp-inbox';
import { atSignOff, goLive, hasEnded, seeThrough, untilClosed } from '../support/course';
import { violations } from '../support/invariants';
import { openRealSystem } from '../support/real-system';
import { fourRegions } from '../support/system-parts';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;

it.concurrent(
  'a mail server that refuses holds nothing up; its mails come later, each under one id',
  () =>
    inWorkshop(async (workshop) => {
      let refuses = true;
      let lostAnswers = 2;
      const system = await openRealSystem(workshop, {
        mail: {
          refuseSender: () => (refuses ? { code: 451, text: 'Try again later.' } : undefined),
          afterData: () => (lostAnswers-- > 0 ? 'drop' : 'accept'),
        },
      });
      const { inbox, offer, untilLogged } = system;
      await system.startWorker();

      const publicationId = await system.publish();
      await untilLogged(publicationId, atSignOff);
      await goLive(system, offer);
      const { outcome } = await untilLogged(publicationId, hasEnded);
      const before = inbox.mails.length;
      refuses = false;
      const result = await untilClosed(system, offer);

      expect(outcome).toBe('live');
      expect(before).toBe(0);
      expect(result.outcome).toBe('live');
      await until('what it took without saying so comes a second time', () => {
        const ids = inbox.mails.map((mail) => headerOf(mail, 'Message-ID'));
        return ids.length > new Set(ids).size;
      });
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a region that refuses is named by its step, and keeps no other region from being done',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { regions: fourRegions });
      const { catalogue, regions } = system;
      regions.eastus.behave('refuses');
      await system.startWorker();

      const publicationId = await system.publish();
      const waiting = await until('three regions are done and one waits', async () => {
        const items = await catalogue.publications.progress(publicationId);
        const stateOf = (region: string): unknown =>
          items.find(({ item }) => item === `replicate.${region}`)?.state;
        const others = fourRegions.filter((region) => region !== 'eastus');
        return (
          others.every((region) => stateOf(region) === 'done') && stateOf('eastus') === 'waiting' && items
        );
      });
      regions.eastus.behave('answers');
      const { outcome } = await seeThrough(system, publicationId);

      expect(waiting.find(({ item }) => item === 'replicate.eastus')?.message).toEqual({
        code: 'provisioning.waiting',
        params: { region: 'eastus', reason: expect.stringMatching(/eastus refused to .*503 ServerBusy/) },
      });
      expect(outcome).toBe('live');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);
