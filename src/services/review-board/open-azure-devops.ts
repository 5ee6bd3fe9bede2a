import type { AzureDevOpsConfig } from '../../config';
import type { Clock, OutsideBoard, ReviewBoard } from '../ports';
import { createSafeHttp } from '../safe-http/safe-http';
import { createAzureDevOpsBoard } from './azure-devops-board';

/** Reaches the organisation's own origin, wherever that is, and no other place that is not public. */
export function openAzureDevOps(
  { hookSecret: _ours, ...settings }: AzureDevOpsConfig,
  clock: Clock,
): ReviewBoard & OutsideBoard {
  const http = createSafeHttp({ trustedOrigins: [new URL(settings.organizationUrl).origin] });
  return createAzureDevOpsBoard({ http, clock, settings });
}
