import type { Finding } from './finding';
import type { Measured } from './rule';
import { withoutSecrets } from './without-secrets';

/** The finding as it may be kept and sent: no text in it, also no name or place, holds a secret. */
export function maskedFinding(finding: Finding): Finding {
  const { params, target } = finding;
  return {
    ...finding,
    params: masked(params),
    target: {
      ...masked(target),
      ...(target.pointer === undefined ? {} : { pointer: maskedPointer(target.pointer) }),
    },
    ...maskedMeasured(finding),
  };
}

/** What was compared, without secrets. */
export function maskedMeasured({ expected, actual }: Measured = {}): Measured {
  return {
    ...(expected === undefined ? {} : { expected: withoutSecrets(expected) }),
    ...(actual === undefined ? {} : { actual: withoutSecrets(actual) }),
  };
}

/** Name by name: long pointers look like keys. */
function maskedPointer(pointer: string): string {
  const names = pointer.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.map((name) => withoutSecrets(name).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

function masked<Texts extends Readonly<Record<string, string | number>>>(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSecrets(value) : value,
  ]);
  return Object.fromEntries(entries) as Texts;
}
