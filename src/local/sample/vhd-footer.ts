const footerBytes = 512;
const fixedDisk = 2;

/** Seconds from the Unix epoch to 2000-01-01, where the format's clock begins. */
const formatEpoch = 946_684_800;

/** The last 512 bytes of a fixed VHD, big-endian. Times in seconds; `bytes` is the disk's size without footer. */
export function vhdFooter(disk: {
  readonly bytes: number;
  readonly madeAt: number;
  readonly uuid: string;
}): Buffer {
  const footer = Buffer.alloc(footerBytes);
  footer.write('conectix', 0, 'latin1');
  footer.writeUInt32BE(2, 8); // reserved bit, always set
  footer.writeUInt32BE(0x0001_0000, 12);
  footer.writeBigUInt64BE(0xffff_ffff_ffff_ffffn, 16); // no dynamic header
  footer.writeUInt32BE(disk.madeAt - formatEpoch, 24);
  // Tools trust the size below only from creators they know, and guess from the geometry otherwise.
  footer.write('win ', 28, 'latin1');
  footer.writeUInt32BE(0x0006_0001, 32);
  footer.write('Wi2k', 36, 'latin1');
  footer.writeBigUInt64BE(BigInt(disk.bytes), 40);
  footer.writeBigUInt64BE(BigInt(disk.bytes), 48);
  writeGeometry(footer, disk.bytes / 512);
  footer.writeUInt32BE(fixedDisk, 60);
  Buffer.from(disk.uuid.replaceAll('-', ''), 'hex').copy(footer, 68);
  footer.writeUInt32BE(~footer.reduce((sum, byte) => sum + byte, 0) >>> 0, 64);
  return footer;
}

/** For disks between 500 MiB and 127 GiB: 16 heads, and 63 or 255 sectors to a track. */
function writeGeometry(footer: Buffer, sectors: number): void {
  const heads = 16;
  const sectorsPerTrack = sectors >= 65_535 * heads * 63 ? 255 : 63;
  footer.writeUInt16BE(Math.floor(sectors / sectorsPerTrack / heads), 56);
  footer.writeUInt8(heads, 58);
  footer.writeUInt8(sectorsPerTrack, 59);
}
