import { digestOfBlob } from '../blob-bytes';
import type { Invariant } from './invariant';

/** Every region holds, of everything that is live, exactly the certified bytes: read back, all of them (I2). */
export const certifiedBytesEverywhere: Invariant = async ({ catalogue }) => {
  const promised = new Map<string, { readonly region: string; readonly digest: string }>();
  for (const offer of await catalogue.offers.list()) {
    const live = (await catalogue.offers.slots(offer)).find(({ slot }) => slot === 'Production');
    const content = live && (await catalogue.packages.find(live.packageDigest));
    for (const { digest } of content?.manifest.artefacts ?? []) {
      for (const region of content?.manifest.regions ?? [])
        promised.set(`${region}/${digest}`, { region, digest });
    }
  }
  const found: string[] = [];
  for (const { region, digest } of promised.values()) {
    const actual = await digestOfBlob(region, digest);
    if (actual !== digest) found.push(`I2 ${region} holds ${actual} under the name ${digest}`);
  }
  return found;
};
