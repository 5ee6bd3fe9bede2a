import { createHash } from 'node:crypto';
import type { UploadKind } from '../../domain/offer/field-schemas';

const prefixes: Readonly<Record<UploadKind, string>> = { disk: 'vhds', package: 'packages', logo: 'logos' };

/**
 * One container for each publisher and kind, because a SAS for a container shows all of it. Ids that a container's
 * name cannot spell (`_`, `--`, `-` at the end) go by their digest, and so do those that look like one.
 */
export function containerName(publisherId: string, kind: UploadKind): string {
  const isPlain = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(publisherId) && !publisherId.startsWith('id-');
  const name = isPlain
    ? publisherId
    : `id-${createHash('sha256').update(publisherId).digest('hex').slice(0, 40)}`;
  return `${prefixes[kind]}-${name}`;
}
