/** First bytes of a partition that are enough to tell. */
export const probeBytes = 68 * 1024;

type Mark = { readonly kind: string; readonly offset: number; readonly bytes: Buffer };

const mark = (kind: string, offset: number, text: string): Mark => ({
  kind,
  offset,
  bytes: Buffer.from(text, 'latin1'),
});

const marks: readonly Mark[] = [
  mark('LUKS', 0, 'LUKS\xba\xbe'),
  mark('BitLocker', 3, '-FVE-FS-'),
  ...[0, 512, 1024, 1536].map((label) => mark('LVM', label, 'LABELONE')),
  mark('XFS', 0, 'XFSB'),
  mark('NTFS', 3, 'NTFS    '),
  mark('exFAT', 3, 'EXFAT   '),
  mark('btrfs', 0x10040, '_BHRfS_M'),
  mark('ext', 1024 + 0x38, '\x53\xef'),
  mark('swap', 4096 - 10, 'SWAPSPACE2'),
  mark('squashfs', 0, 'hsqs'),
  mark('F2FS', 1024, '\x10\x20\xf5\xf2'),
  mark('RAID', 4096, '\xfc\x4e\x2b\xa9'),
  mark('FAT', 54, 'FAT1'),
  mark('FAT', 82, 'FAT32'),
];

/** What a partition's first bytes say it holds, as people call it; `unknown` when nothing known. */
export function fileSystemKind(head: Buffer): string {
  return (
    marks.find(({ offset, bytes }) => head.subarray(offset, offset + bytes.length).equals(bytes))?.kind ??
    'unknown'
  );
}
