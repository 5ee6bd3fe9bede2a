const Sequencer = require('@jest/test-sequencer').default;

/** Whole systems first: what takes minutes must not begin when everything else is done. */
const folders = ['e2e', 'faults', 'workflows', 'conformance', 'docs', 'http', 'deploy', 'cli'];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return usual.toSorted((a, b) => placeOf(a.path) - placeOf(b.path));
  }
};

function placeOf(path) {
  const place = folders.findIndex((folder) => path.includes(`/test/${folder}/`));
  return place === -1 ? folders.length : place;
}
