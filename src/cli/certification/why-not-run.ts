import type { Finding } from '../../domain/certification/finding';
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
  return guest?.guest.system.kind === 'linux'
    ? 'the system has nothing of the kind'
    : 'what is inside could not be read';
}

const familyRules: readonly string[] = ['vm.disk.holds-linux', 'vm.disk.holds-windows'];
