/** `unknown`: nobody can say without a password, or the file is larger than anybody looks through. */
export type KeyIn = 'key' | 'none' | 'unknown';

/** Whether a key store (.jks, .p12, .pfx) holds a private key, as far as it can be seen without its password. */
export function keyInStore(content: Buffer): KeyIn {
  const magic = content.length < 4 ? 0 : content.readUInt32BE(0);
  if (javaMagic.includes(magic)) return keyInJavaStore(content);
  return keyBags.some((bag) => content.includes(bag)) ? 'key' : 'unknown';
}

/** JKS, and JCEKS, which differs in how keys are encrypted. */
const javaMagic = [0xfeedfeed, 0xcececece];

/** RFC 7292: pkcs-12 keyBag and pkcs8ShroudedKeyBag. Where certificates are encrypted, there may be keys among them. */
const keyBags = ['2a864886f70d010c0a0101', '2a864886f70d010c0a0102'].map((oid) => Buffer.from(oid, 'hex'));

const entryTags = { key: 1, certificate: 2 } as const;

/** Names and certificates are not encrypted, so that every entry can be told. */
function keyInJavaStore(content: Buffer): KeyIn {
  const numberAt = (at: number, bytes: 2 | 4): number =>
    at + bytes <= content.length ? content.readUIntBE(at, bytes) : NaN;
  const behindText = (at: number): number => at + 2 + numberAt(at, 2);
  const [version, entries] = [numberAt(4, 4), numberAt(8, 4)];
  let at = 12;
  for (let entry = 0; entry < entries; entry++) {
    const tag = numberAt(at, 4);
    if (tag === entryTags.key) return 'key';
    if (tag !== entryTags.certificate) return 'unknown';
    const behindDate = behindText(at + 4) + 8;
    const certificate = version === 1 ? behindDate : behindText(behindDate);
    at = certificate + 4 + numberAt(certificate, 4);
  }
  return at <= content.length && entries >= 0 ? 'none' : 'unknown';
}
