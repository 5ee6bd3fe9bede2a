const coarse = 64 * 1024;
const fine = 4 * 1024;
const zeros = Buffer.alloc(coarse);

/**
 * Calls back with every run of the buffer that is not zero, in order, in steps of 4 KiB. Most of an image is either
 * zero or full, so 64 KiB are looked at first.
 */
export function scanForData(bytes: Buffer, onData: (start: number, end: number) => void): void {
  let dataSince = -1;
  const closeAt = (end: number): void => {
    if (dataSince >= 0) onData(dataSince, end);
    dataSince = -1;
  };
  for (let chunk = 0; chunk < bytes.length; chunk += coarse) {
    const chunkEnd = Math.min(chunk + coarse, bytes.length);
    if (isZero(bytes, chunk, chunkEnd)) {
      closeAt(chunk);
      continue;
    }
    for (let block = chunk; block < chunkEnd; block += fine) {
      if (isZero(bytes, block, Math.min(block + fine, chunkEnd))) closeAt(block);
      else if (dataSince < 0) dataSince = block;
    }
  }
  closeAt(bytes.length);
}

/** Looks at one byte before calling out: that settles most blocks of a full disk. */
function isZero(bytes: Buffer, start: number, end: number): boolean {
  return bytes[start] === 0 && bytes.compare(zeros, 0, end - start, start, end) === 0;
}
