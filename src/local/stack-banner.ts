import type { SampleToken } from './sample/tokens';
import type { Stack } from './stack';
import type { LocalState } from './state';

/** Where everything is, for the person at the terminal. */
export function addresses(stack: Stack, tokens: readonly SampleToken[]): readonly string[] {
  return lines(stack, tokens);
}

export function runningAddresses(state: LocalState, tokens: readonly SampleToken[]): readonly string[] {
  const components = Object.entries(state.components).map(
    ([name, { address, process }]) => `  ${name.padEnd(9)} ${address}  pid ${process?.pid ?? '-'}`,
  );
  return [
    ...lines(state, tokens),
    ...components,
    `  Stop it with Ctrl-C there, or: kill ${state.supervisor.pid}`,
  ];
}

type Addresses = Pick<
  Stack,
  'apiUrl' | 'apiToken' | 'inboxUrl' | 'temporalAddress' | 'temporalNamespace' | 'temporalUiUrl'
>;

function lines(stack: Addresses, tokens: readonly SampleToken[]): readonly string[] {
  const signIn = (token: string): string => `${stack.apiUrl}/sign-in?token=${token}`;
  return [
    '',
    "  The sample's tokens, each with its sign-in link:",
    ...tokens.map(({ actor, token }) => `    ${actor.padEnd(20)} ${signIn(token)}`),
    `    ${'operator'.padEnd(20)} ${signIn(stack.apiToken)}`,
    '',
    `  Inbox          ${stack.inboxUrl}`,
    ...(stack.temporalUiUrl === undefined
      ? []
      : [`  Publications   ${publicationsUrl(stack.temporalUiUrl, stack.temporalNamespace)}`]),
    `  Temporal       ${stack.temporalAddress}`,
    `  API            export OFFER_API=${stack.apiUrl} OFFER_TOKEN=${stack.apiToken}`,
    '',
  ];
}

/** The Temporal UI's list of runs, publications only. */
function publicationsUrl(uiUrl: string, namespace: string): string {
  const query = encodeURIComponent('`WorkflowType`="publication"');
  return `${uiUrl}/namespaces/${namespace}/workflows?query=${query}`;
}
