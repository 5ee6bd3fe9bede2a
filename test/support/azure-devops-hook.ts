import type { AppDeps } from '../../src/http/deps';
import { createAzureDevOpsBoard } from '../../src/services/review-board/azure-devops-board';
import { createSafeHttp } from '../../src/services/safe-http/safe-http';
import { type AzureDevOps, type HookEvent, startAzureDevOps } from '../fakes/azure-devops';
import { reviewItem } from '../fakes/fake-reviews';
import { boardSettings, hookSecret, reviewRequest } from './azure-devops-board';
import { listedOffer } from './listed-offer';
import { publicationAt, publicationId } from './publication-at';
import { offerPath, testApp, type TestApp } from './test-app';

export const rita = 'rita@contoso.com';
export const reviewed = {
  publisherId: 'contoso',
  offerId: 'linux-vm',
  publicationId,
  step: 'displaycertify',
};

/** A server of Azure DevOps whose hooks reach us. */
export type HookedBoard = {
  readonly server: AzureDevOps;
  /** An offer in review, its work item on the board. */
  readonly inReview: (change?: Partial<AppDeps>) => Promise<TestApp>;
  /** The event of the newest change. */
  readonly newest: () => HookEvent | undefined;
  readonly close: () => Promise<void>;
};

export async function startHookedBoard(): Promise<HookedBoard> {
  const server = await startAzureDevOps();
  const http = createSafeHttp({ trustedOrigins: [server.origin] });
  const clock = (): Date => new Date('2026-11-20T12:00:00.000Z');
  const board = createAzureDevOpsBoard({ http, clock, settings: boardSettings(server) });
  return {
    server,
    inReview: async (change = {}) => {
      const test = testApp({ outsideBoard: { board, hookSecret }, ...change });
      await test.api('PUT', offerPath, listedOffer());
      test.publish(waiting('waitingForApproval'));
      const workItem = await board.open({ ...reviewRequest, ...reviewed });
      test.catalogue.reviews.rows.push(reviewItem({ ...reviewed, workItem }));
      return test;
    },
    newest: () => server.events.at(-1),
    close: async () => {
      await http.close();
      await server.close();
    },
  };
}

export const waiting = (status: 'inProgress' | 'waitingForApproval' | 'complete') =>
  publicationAt('certification', [{ kind: 'stepChanged', step: reviewed.step, status }]);

export const basic = (secret: string): string => `Basic ${Buffer.from(`hooks:${secret}`).toString('base64')}`;

export async function send({ app }: TestApp, event: unknown, authorization = basic(hookSecret)) {
  const answer = await app.request('/hooks/azure-devops', {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    told: (await answer.json()) as { outcome?: string },
  };
}
