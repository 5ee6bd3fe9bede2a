import type { PackageFacts } from '../../src/domain/certification/package-facts';
import { packageFactsOf } from '../../src/domain/certification/package-roles';
import { packageFileOf } from '../../src/inspection/package/package-file';

/** Facts of a package of these files; objects are written as JSON. */
export function packageOf(
  files: Readonly<Record<string, object | string>>,
  form: PackageFacts['form'] = 'folder',
): PackageFacts {
  const read = Object.entries(files).map(([path, content]) => {
    const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return packageFileOf(path, bytes.length, { head: bytes.subarray(0, 4), content: bytes });
  });
  const entries = read.map(({ path: name, bytes }) => ({
    name,
    bytes,
    packedBytes: bytes,
    kind: 'file' as const,
    isEncrypted: false,
    isUtf8: true,
    method: 0,
  }));
  return packageFactsOf({ form, files: read, entries, faults: [], archiveBytes: null });
}
