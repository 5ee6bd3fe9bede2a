import { someNode } from '../../../../json/some-node';
import type { PackageFacts } from '../../../package-facts';

/** Every tracking GUID that a text of a template carries, lower-case, each once. */
export function trackingIdsIn({ templates }: PackageFacts): readonly string[] {
  const found = new Set<string>();
  for (const { root } of templates)
    someNode(root.node, (node) => {
      if (node.kind === 'text')
        for (const [, id = ''] of node.value.matchAll(mark)) found.add(id.toLowerCase());
      return false;
    });
  return [...found];
}

/** The name may be put together from a variable or parameter, so that any text with the mark counts. */
const mark = /\bpid-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/gi;
