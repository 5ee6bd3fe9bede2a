import type { ControlActivities, DataActivities } from '../activities/contract';
import { certifyActivities } from '../activities/certify';
import { closeReviewActivities } from '../activities/close-review';
import { goLiveNowActivities } from '../activities/go-live-now';
import { openPreviewActivities } from '../activities/open-preview';
import { openPublicationActivities } from '../activities/open-publication';
import { openReviewActivities } from '../activities/open-review';
import { packageProductActivities } from '../activities/package-product';
import { recordDecisionActivities } from '../activities/record-decision';
import { recordProgressActivities } from '../activities/record-progress';
import { registerLeadActivities } from '../activities/register-lead';
import { replicateActivities } from '../activities/replicate';
import { sendMailActivities } from '../activities/send-mail';
import { validateActivities } from '../activities/validate';
import { releaseHolds, withdrawActivities } from '../activities/withdraw';
import type { Config } from '../config';
import { runPageOf } from '../domain/publication/run-page';
import type { Log } from '../log';
import { delaysOf } from './delays';
import { openServices, type Services } from './services';

export type Composition = {
  readonly control: ControlActivities;
  readonly data: DataActivities;
  readonly services: Services;
};

/** Every activity with the outside systems it needs; the only place in the worker where they meet. */
export async function composeActivities(config: Config, log: Log): Promise<Composition> {
  const services = await openServices(config, log);
  return { control: controlActivities(config, services), data: dataActivities(services), services };
}

function controlActivities(config: Config, services: Services): ControlActivities {
  const { catalogue, regions } = services;
  const roles = { ...services, ...catalogue, publicUrl: config.PUBLIC_URL };
  return {
    ...openPublicationActivities({
      ...roles,
      regions: [...regions.keys()],
      delays: delaysOf(config),
      releaseHolds: (terminated) => releaseHolds(roles, terminated),
    }),
    ...validateActivities({ ...roles, trustedOrigins: config.TRUSTED_ORIGINS }),
    ...packageProductActivities(roles),
    ...registerLeadActivities(roles),
    ...openPreviewActivities(roles),
    ...goLiveNowActivities(roles),
    ...openReviewActivities(roles),
    ...recordDecisionActivities(roles),
    ...closeReviewActivities(roles),
    ...withdrawActivities(roles),
    ...recordProgressActivities(roles),
    ...sendMailActivities({
      ...roles,
      operatorEmail: config.OPERATOR_EMAIL,
      reviewersEmail: config.REVIEWERS_EMAIL,
      ...temporalPages(config),
    }),
  };
}

function dataActivities(services: Services): DataActivities {
  const roles = { ...services, ...services.catalogue };
  return { ...certifyActivities(roles), ...replicateActivities(roles) };
}

type RunKey = { readonly publisherId: string; readonly offerId: string; readonly runId: string };

/** Where an operator reads a run, when the Temporal UI's address is known. */
function temporalPages(config: Config): { readonly temporalPage?: (run: RunKey) => string } {
  const { TEMPORAL_UI_URL: ui, TEMPORAL_NAMESPACE: namespace } = config;
  if (ui === undefined) return {};
  return {
    temporalPage: ({ runId, ...offer }) => runPageOf({ url: ui, namespace }, offer, runId),
  };
}
