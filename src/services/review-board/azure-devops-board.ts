import type { WorkItem } from '../../domain/publication/status';
import type { OutsideBoard, ReviewBoard } from '../ports';
import { closeItem } from './azure-devops-close';
import { type AzureDevOpsRoles, createAzureDevOpsHttp } from './azure-devops-http';
import { azureDevOpsItems } from './azure-devops-items';
import { tellReviewers } from './azure-devops-notes';
import { openItem } from './azure-devops-open';
import { tagOf } from './azure-devops-tags';
import { readVerdict } from './azure-devops-verdict';

const azureDevOps = 'azure-devops';

/** Reviews as work items of Azure DevOps Boards. Throws `AzureDevOpsError`, which says whether a retry may help. */
export function createAzureDevOpsBoard(roles: AzureDevOpsRoles): ReviewBoard & OutsideBoard {
  const { settings } = roles;
  const { organizationUrl, project } = settings;
  const urlOf = (id: number): string =>
    `${organizationUrl}/${encodeURIComponent(project)}/_workitems/edit/${id}`;
  const itemOf = (id: number): WorkItem => ({ board: azureDevOps, id: String(id), url: urlOf(id) });
  const board = { items: azureDevOpsItems(createAzureDevOpsHttp(roles)), settings, urlOf };
  return {
    name: azureDevOps,
    async open(request) {
      return itemOf(await openItem(board, request));
    },
    async find(review) {
      const [oldest] = await board.items.withTag(tagOf(review));
      return oldest && itemOf(oldest.id);
    },
    close: ({ id }, end) => closeItem(board, id, end),
    read: (itemId) => readVerdict(board, itemId),
    tell: (itemId, text) => tellReviewers(board, itemId, text),
    async ping() {
      const { workItemType } = settings;
      const { approve, requestChanges, withdrawn = approve } = settings.states;
      const known = await board.items.statesOf(workItemType);
      const unknown = [approve, requestChanges, withdrawn].filter((state) => !known.includes(state));
      if (unknown.length > 0)
        throw new Error(`Work item type ${workItemType} has no state ${unknown.join(', ')}.`);
    },
  };
}
