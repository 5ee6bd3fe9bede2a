import type { KnownWords } from './known-words';

/** A script for `source <(offer completion bash)`: commands, options and their values; file names for everything else. */
export function bashScript(known: readonly KnownWords[]): string {
  const everywhere = ['--help', ...(known[0]?.options ?? []).map(({ name }) => name)];
  const following = known.map(({ path, commands, choices, options }) => {
    const own = path === '' ? [] : options.map(({ name }) => name);
    const words = [...commands.map(({ name }) => name), ...choices, ...own];
    return `      "${path}") words="${words.join(' ')}" ;;`;
  });
  return `_offer() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}"
  local path="" words="" index next
  for ((index = 1; index < COMP_CWORD; index++)); do
    next="\${path:+$path }\${COMP_WORDS[index]}"
    case "$next" in
      ${pathPattern(known)}) path="$next" ;;
    esac
  done
  case "$path $before" in
${valueCases(known).join('\n')}
    *)
      case "$path" in
${following.join('\n')}
      esac
      words="$words ${everywhere.join(' ')}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _offer offer
`;
}

/** Matches the words of every command. */
export const pathPattern = (known: readonly KnownWords[]): string =>
  known
    .filter(({ path }) => path !== '')
    .map(({ path }) => `"${path}"`)
    .join(' | ');

/** After an option that takes a value only its values follow. */
function valueCases(known: readonly KnownWords[]): readonly string[] {
  return known.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ name, values }) => `    ${casePattern(path, name)}) words="${values.join(' ')}" ;;`),
  );
}

/** Options of `offer` itself can stand behind any command. */
export const casePattern = (path: string, option: string): string =>
  path === '' ? `*" ${option}"` : `"${path} ${option}"`;
