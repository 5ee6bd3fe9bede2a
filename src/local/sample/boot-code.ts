/** What the firmware starts from the first sector: the part before the partition table. */
const codeBytes = 440;

/** Where the firmware puts it. */
const loadedAt = 0x7c00;

const says = 'This sample disk does not boot.\r\n';

/** x86 boot code that says what the disk is, and waits. */
export function bootCode(): Buffer {
  const program = Buffer.concat([
    Buffer.from('31c0' + '8ed8', 'hex'), // ax = ds = 0
    Buffer.from('be0000', 'hex'), // si = the text
    Buffer.from('ac' + '84c0' + '7409', 'hex'), // al = its next character; at its end, on
    Buffer.from('b40e' + 'bb0700' + 'cd10' + 'ebf2', 'hex'), // the firmware writes it; back for the next
    Buffer.from('f4' + 'ebfd', 'hex'), // halt
  ]);
  program.writeUInt16LE(loadedAt + program.length, 5);
  const code = Buffer.alloc(codeBytes);
  Buffer.concat([program, Buffer.from(`${says}\0`, 'latin1')]).copy(code);
  return code;
}
