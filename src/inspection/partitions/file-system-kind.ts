import { kindIn, type Signature, signature } from '../signatures';

/** First bytes of a partition that are enough to tell. */
export const probeBytes = 68 * 1024;

const signatures: readonly Signature<string>[] = [
  signature('LUKS', 0, 'LUKS\xba\xbe'),
  signature('BitLocker', 3, '-FVE-FS-'),
  ...[0, 512, 1024, 1536].map((label) => signature('LVM', label, 'LABELONE')),
  signature('XFS', 0, 'XFSB'),
  signature('NTFS', 3, 'NTFS    '),
  signature('exFAT', 3, 'EXFAT   '),
  signature('btrfs', 0x10040, '_BHRfS_M'),
  signature('ext', 1024 + 0x38, '\x53\xef'),
  ...swapSignatures(),
  signature('squashfs', 0, 'hsqs'),
  signature('F2FS', 1024, '\x10\x20\xf5\xf2'),
  signature('RAID', 4096, '\xfc\x4e\x2b\xa9'),
  signature('FAT', 54, 'FAT1'),
  signature('FAT', 82, 'FAT32'),
];

/** At the end of the first page, whose size depends on the processor; the older name is that of Linux 2.0. */
function swapSignatures(): readonly Signature<string>[] {
  return [4, 8, 16, 64].flatMap((kibibytes) =>
    ['SWAPSPACE2', 'SWAP-SPACE'].map((mark) => signature('swap', kibibytes * 1024 - mark.length, mark)),
  );
}

/** What a partition's first bytes say it holds, as people call it; `unknown` when nothing known. */
export function fileSystemKind(head: Buffer): string {
  return kindIn(head, signatures) ?? 'unknown';
}
