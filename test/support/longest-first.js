const Sequencer = require('@jest/test-sequencer').default;

/** Whole systems first: what takes minutes must not begin when everything else is done. */
const folders = ['e2e', 'faults', 'workflows', 'conformance', 'docs', 'http', 'deploy', 'cli'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return usual.toSorted((a, b) => placeOf(a.path) - placeOf(b.path));
  }
};

/** Like `start.test.ts` it takes the well-known ports of `npm start`: never side by side with it. */
const last = '/test/e2e/start-twice.test.ts';

function placeOf(path) {
  if (path.endsWith(last)) return folders.length + 1;
  const place = folders.findIndex((folder) => path.includes(`/test/${folder}/`));
  return place === -1 ? folders.length : place;
}
