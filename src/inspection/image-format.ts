import type { ImageFacts } from '../domain/certification/image-facts-schema';
import { vhdCookie } from './vhd-footer';

type Format = ImageFacts['format'];
type Magic = { readonly format: Format; readonly offset: number; readonly bytes: Buffer };

const magic = (format: Format, offset: number, text: string): Magic => ({
  format,
  offset,
  bytes: Buffer.from(text, 'latin1'),
});

const magics: readonly Magic[] = [
  magic('vhd', 0, vhdCookie),
  magic('vhdx', 0, 'vhdxfile'),
  magic('qcow2', 0, 'QFI\xfb'),
  magic('vmdk', 0, 'KDMV'),
  magic('vmdk', 0, '# Disk DescriptorFile'),
  magic('vdi', 0x40, '\x7f\x10\xda\xbe'),
  magic('gzip', 0, '\x1f\x8b\x08'),
  magic('xz', 0, '\xfd7zXZ\0'),
  magic('zip', 0, 'PK\x03\x04'),
  magic('iso9660', 0x8001, 'CD001'),
];

/** What kind of file begins like this; `unknown` is also a raw disk. */
export function formatOf(head: Buffer): Format {
  return magics.find(({ offset, bytes }) => startsAt(head, offset, bytes))?.format ?? 'unknown';
}

export function beginsWithFooterCopy(head: Buffer): boolean {
  return startsAt(head, 0, Buffer.from(vhdCookie));
}

function startsAt(head: Buffer, offset: number, bytes: Buffer): boolean {
  return head.subarray(offset, offset + bytes.length).equals(bytes);
}
