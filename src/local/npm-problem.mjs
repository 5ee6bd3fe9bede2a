/** What `npm ci` said on standard error, in one line for people. Plain Node, no dependencies. */

/** Without a byte for so long, npm gives up; milliseconds. */
export const silenceMs = 10_000;

/**
 * @param {string} said
 * @returns {{ line: string, isAllSaid: boolean, mayPass: boolean }} `isAllSaid`: npm's own words add nothing; `mayPass`: a second
 *   try may be luckier.
 */
export function npmProblem(said) {
  const mayPass = passing.test(said);
  for (const { sign, say, isPart } of problems) {
    const match = sign.exec(said);
    if (match !== null) return { line: say(match, said), isAllSaid: isPart !== true, mayPass };
  }
  return {
    line: 'npm ci failed (see above): mend what it names, then try again.',
    isAllSaid: false,
    mayPass,
  };
}

/** As versions from 10 on begin a line, and those before. */
const from = (rest) => new RegExp(`^npm (?:error|ERR!) ${rest}`, 'm');
const passing = from(
  '(?:code (?:E5\\d\\d|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|EIDLETIMEOUT)$|network timeout at:)',
);
const lookAtRegistry = 'check the network and the registry in your .npmrc, then try again.';
export const notFitting = 'package-lock.json does not fit package.json: run npm install, then try again.';

/** The first that fits counts. */
const problems = [
  // First: what a full disk cuts off is reported as something else that is broken.
  {
    sign: /\bENOSPC\b/,
    say: () => 'The disk is full: make room for about 1 GB here and in the npm cache, then try again.',
  },
  {
    sign: /(?:network timeout at:|Idle timeout reached for host) (\S+)/,
    say: ([, address]) =>
      `The package registry sent nothing for ${silenceMs / 1000} s (${address}): ${lookAtRegistry}`,
  },
  {
    sign: /request to (\S+) failed, reason: (.*)/,
    say: ([, address, reason]) =>
      `The package registry gave no answer (${address}: ${reason}): ${lookAtRegistry}`,
  },
  {
    sign: from('code E401$'),
    say: () =>
      'The package registry does not know you (401): run npm login, or mend its token in your .npmrc, then try again.',
  },
  {
    sign: from('code E403$'),
    say: (_, said) =>
      `The package registry does not let you have this package (403${asked(said)}): ask those who run it, or name another registry in your .npmrc, then try again.`,
  },
  {
    sign: from('code E404$'),
    say: (_, said) =>
      `The package registry does not have this package (404${asked(said)}): name one that has all of registry.npmjs.org in your .npmrc, then try again.`,
  },
  {
    sign: from('code E(\\d{3})$'),
    say: ([, status], said) =>
      `The package registry, or a proxy before it, refused (${status}${asked(said)}): ${lookAtRegistry}`,
  },
  {
    sign: from('code (?:EACCES|EPERM|EROFS)$'),
    say: (_, said) => {
      const [, path = 'this folder'] = from('path (.*)').exec(said) ?? [];
      return `npm may not write to ${path}: give your user the right to, or use a folder of your own, then try again.`;
    },
  },
  { sign: from('code EUSAGE$'), say: () => notFitting },
  {
    sign: from('code EINTEGRITY$'),
    say: () =>
      'A package is not the one that package-lock.json names: run npm cache clean --force, check the registry in your .npmrc, then try again.',
  },
  {
    sign: /\bgyp ERR!|make: \*\*\*/,
    say: (_, said) =>
      `Compiling ${scriptOf(said)} failed (see above): install python3, make and g++, then try again.`,
    isPart: true,
  },
  {
    sign: from('command failed$'),
    say: (_, said) =>
      `The install script of ${scriptOf(said)} failed (see above): mend what it names, then try again.`,
    isPart: true,
  },
];

/** The address that was asked for, after a comma. */
function asked(said) {
  const [, address] = / - GET (\S+)/.exec(said) ?? [];
  return address === undefined ? '' : `, ${address}`;
}

/** Which package's script was run. */
function scriptOf(said) {
  const [, path = ''] = from('path (.*)').exec(said) ?? [];
  const [, name = 'this project'] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
  return name;
}
