import type { Finding } from '../../domain/certification/finding';
import type { LinuxGuest } from '../../domain/certification/guest-facts-schema';
import type { ImageCase } from '../../domain/certification/image-case';
import { isFixedDisk } from '../../domain/certification/fixed-disk';
import { ruleCrashed } from '../../domain/certification/run-rules';

/** Why a rule about an image was not run, in a few words. */
export function whyNotRun(found: ImageCase, findings: readonly Finding[]): (ruleId: string) => string {
  return (ruleId) => {
    if (findings.some((finding) => finding.ruleId === ruleId)) return 'a reviewer decides';
    if (findings.some((finding) => finding.ruleId === ruleCrashed.id && finding.params['rule'] === ruleId))
      return 'it could not be carried out';
    return ruleId.startsWith('sas.') ? aboutSource(found) : aboutImage(ruleId, found);
  };
}

function aboutSource({ source }: ImageCase): string {
  return source === undefined ? 'its source was not asked' : 'its source says nothing of the kind';
}

function aboutImage(ruleId: string, { image, guest }: ImageCase): string {
  if (image === undefined) return 'the image could not be read';
  if (!ruleId.startsWith('vm.guest.')) {
    if (image.footer === null) return 'the file is no whole VHD';
    if (!isFixedDisk(image) && !ruleId.startsWith('vm.vhd.')) return 'only a fixed VHD is looked into';
    return familyRules.includes(ruleId)
      ? 'its partitions do not tell which system starts'
      : 'the disk has nothing of the kind';
  }
  const system = guest?.guest.system;
  if (system?.kind !== 'linux') return 'what is inside could not be read';
  return inGuest[ruleId]?.(system) ?? 'the system has nothing of the kind';
}

/** What was looked for and not found: that it was not found does not say that the system has none. */
const inGuest: Readonly<Record<string, (guest: LinuxGuest) => string>> = {
  'vm.guest.end-of-life': () => 'the support of this system is not known',
  'vm.guest.sack-patch': () => 'no kernel was found in /boot',
  'vm.guest.security-threats': ({ packages, packageList }) =>
    unread(packageList) ??
    (Object.keys(packages).length === 0
      ? 'no list of its packages could be read'
      : 'no hole is listed for this version of the system'),
  'vm.guest.auto-update': () => 'no agent was found',
  'vm.guest.openssl-version': ({ packageList }) => unread(packageList) ?? 'no OpenSSL was found',
  'vm.guest.private-keys': () => 'not every place could be looked through (see vm.guest.unknown-keys)',
  'vm.guest.cloud-credentials': () => 'a file is too large to be read (see vm.guest.unknown-keys)',
  'vm.guest.client-alive-interval': () => 'no SSH server was found',
  'vm.guest.password-authentication': () => 'no SSH server was found',
};

function unread(list: LinuxGuest['packageList']): string | undefined {
  return list === null || list.problem === null
    ? undefined
    : `its list of packages was not read (${list.path}: ${list.problem})`;
}

const familyRules: readonly string[] = ['vm.disk.holds-linux', 'vm.disk.holds-windows'];
