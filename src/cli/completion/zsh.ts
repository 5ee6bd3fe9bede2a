import { casePattern, pathPattern } from './bash';
import type { KnownWords } from './known-words';

/** A script for `source <(offer completion zsh)`, or for a file `_offer` on `fpath`: as for bash, with descriptions. */
export function zshScript(known: readonly KnownWords[]): string {
  const everywhere = (known[0]?.options ?? []).map(({ name, does }) => quoted(`${name}:${does}`));
  const values = known.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ name, values: words }) => `    ${casePattern(path, name)}) ${valueAction(words)}; return ;;`),
  );
  const following = known.map(({ path, commands, choices, options }) => {
    const words = [
      ...commands.map(({ name, does }) => quoted(`${name}:${does}`)),
      ...choices.map(quoted),
      ...(path === '' ? [] : options.map(({ name, does }) => quoted(`${name}:${does}`))),
    ];
    return `    "${path}") known=(${words.join(' ')}) ;;`;
  });
  return `#compdef offer
_offer() {
  local route="" next index
  local -a known
  for ((index = 2; index < CURRENT; index++)); do
    next="\${route:+$route }\${words[index]}"
    case "$next" in
      ${pathPattern(known)}) route="$next" ;;
    esac
  done
  case "$route \${words[CURRENT - 1]}" in
${values.join('\n')}
  esac
  case "$route" in
${following.join('\n')}
  esac
  known+=('--help:how to use it' ${everywhere.join(' ')})
  _describe offer known || _files
}
if [ "\${funcstack[1]}" = "_offer" ]; then _offer "$@"; else compdef _offer offer; fi
`;
}

const valueAction = (words: readonly string[]): string =>
  words.length === 0 ? '_files' : `compadd -- ${words.join(' ')}`;

/** Nothing in it means anything to the shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
