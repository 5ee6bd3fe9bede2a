import { isFixedDisk } from './fixed-disk';
import type { LinuxGuest } from './guest-facts-schema';
import type { ImageCase } from './image-case';
import type { NotRunCode, NotRunReason } from './test-result';

/** Why there was nothing for a rule about an image to judge. */
export function whyImageRuleNotRun(found: ImageCase): (ruleId: string) => NotRunReason {
  return (ruleId) => (ruleId.startsWith('sas.') ? aboutSource(found) : aboutImage(ruleId, found));
}

function aboutSource({ source }: ImageCase): NotRunReason {
  return { code: source === undefined ? 'sourceNotAsked' : 'sourceSilent' };
}

function aboutImage(ruleId: string, { image, guest }: ImageCase): NotRunReason {
  if (image === undefined) return { code: 'imageUnread' };
  if (!ruleId.startsWith('vm.guest.')) {
    if (image.footer === null) return { code: 'noVhd' };
    if (!isFixedDisk(image) && !ruleId.startsWith('vm.vhd.')) return { code: 'noFixedVhd' };
    return { code: familyRules.includes(ruleId) ? 'familyUnknown' : 'notOnDisk' };
  }
  const system = guest?.guest.system;
  return system?.kind === 'linux' ? aboutSystem(ruleId, system) : { code: 'guestUnread' };
}

const familyRules: readonly string[] = ['vm.disk.holds-linux', 'vm.disk.holds-windows'];

function aboutSystem(ruleId: string, { packageList, packages }: LinuxGuest): NotRunReason {
  if (byPackages.includes(ruleId) && packageList !== null && packageList.problem !== null) {
    const { path, problem } = packageList;
    return { code: 'packageListUnread', params: { path, problem } };
  }
  if (ruleId === 'vm.guest.security-threats') {
    if (packageList === null) return { code: 'noPackageList' };
    return { code: Object.keys(packages).length === 0 ? 'noWatchedPackage' : 'noHoleListed' };
  }
  return { code: inGuest[ruleId] ?? 'notInSystem' };
}

const byPackages: readonly string[] = ['vm.guest.security-threats', 'vm.guest.openssl-version'];

/** What was looked for and not found: that it was not found does not say that the system has none. */
const inGuest: Readonly<Record<string, NotRunCode>> = {
  'vm.guest.end-of-life': 'supportUnknown',
  'vm.guest.sack-patch': 'noKernel',
  'vm.guest.auto-update': 'noAgent',
  'vm.guest.openssl-version': 'noOpenSsl',
  'vm.guest.private-keys': 'keysUnsearched',
  'vm.guest.cloud-credentials': 'credentialsUnread',
  'vm.guest.client-alive-interval': 'noSshServer',
  'vm.guest.password-authentication': 'noSshServer',
};
