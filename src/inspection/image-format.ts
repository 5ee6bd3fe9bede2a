import type { ImageFacts } from '../domain/certification/image-facts-schema';
import { hasSignature, kindIn, type Signature, signature } from './signatures';
import { vhdCookie } from './vhd-footer';

type Format = ImageFacts['format'];

const signatures: readonly Signature<Format>[] = [
  signature('vhd', 0, vhdCookie),
  signature('vhdx', 0, 'vhdxfile'),
  signature('qcow2', 0, 'QFI\xfb'),
  signature('vmdk', 0, 'KDMV'),
  signature('vmdk', 0, '# Disk DescriptorFile'),
  signature('vdi', 0x40, '\x7f\x10\xda\xbe'),
  signature('gzip', 0, '\x1f\x8b\x08'),
  signature('xz', 0, '\xfd7zXZ\0'),
  signature('zip', 0, 'PK\x03\x04'),
  signature('iso9660', 0x8001, 'CD001'),
];

/** What kind of file begins like this; `unknown` is also a raw disk. */
export function formatOf(head: Buffer): Format {
  return kindIn(head, signatures) ?? 'unknown';
}

export function beginsWithFooterCopy(head: Buffer): boolean {
  return hasSignature(head, signature('vhd', 0, vhdCookie));
}
