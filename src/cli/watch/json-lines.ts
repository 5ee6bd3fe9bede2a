import type { Publication } from '../publication';
import type { Surroundings } from '../surroundings';
import type { View } from './view';

/** For programs: the whole answer in one line, each time something in it changed. */
export function jsonLines(
  { stdout, stderr }: Surroundings,
  shape: (publication: Publication) => object,
): View {
  let told = '';
  return {
    show: (publication) => {
      const line = JSON.stringify(shape(publication));
      if (line !== told) stdout(`${line}\n`);
      told = line;
    },
    remark: (text) => stderr(`${text}\n`),
    close: async () => undefined,
  };
}

/** For programs that want the end only. */
export const silently = ({ stderr }: Surroundings): View => ({
  show: () => undefined,
  remark: (text) => stderr(`${text}\n`),
  close: async () => undefined,
});
