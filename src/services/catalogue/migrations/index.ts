import { offers } from './0001-offers';
import { publications } from './0002-publications';
import { artefacts } from './0003-artefacts';
import { correspondence } from './0004-correspondence';
import { upkeep } from './0005-upkeep';
import { access } from './0006-access';
import { cpp } from './0007-cpp';
import { webhooks } from './0008-webhooks';
import { offerList } from './0009-offer-list';
import { retoldEvents } from './0011-retold-events';
import { supportMails } from './0012-support-mails';
import { staging } from './0013-staging';
import { operationIds } from './0014-operation-ids';
import { historyOrder } from './0015-history-order';
import { firstRun } from './0016-first-run';
import { review } from './0017-review';
import { certificationEvidence } from './0018-certification-evidence';
import { installationKey } from './0019-installation-key';
import { copyingFor } from './0020-copying-for';
import { decisions } from './0022-decisions';
import { messageSenders } from './0023-message-senders';
import { tidyAfterSuccessor } from './0024-tidy-after-successor';
import { feedPlace } from './0026-feed-place';
import { refusedOperations } from './0027-refused-operations';
import type { Migration } from './migration';

/** Every migration, in the order they are applied. Numbers that are missing were never released. */
export const migrations: readonly Migration[] = [
  offers,
  publications,
  artefacts,
  correspondence,
  upkeep,
  access,
  cpp,
  webhooks,
  offerList,
  retoldEvents,
  supportMails,
  staging,
  operationIds,
  historyOrder,
  firstRun,
  review,
  certificationEvidence,
  installationKey,
  copyingFor,
  decisions,
  messageSenders,
  tidyAfterSuccessor,
  feedPlace,
  refusedOperations,
];
