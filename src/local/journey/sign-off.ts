import { randomUUID } from 'node:crypto';
import { emitKeypressEvents } from 'node:readline';
import { ApiRefusal, type PublicationAnswer } from './offer-api';
import { type Followed, untilKnown } from './until-known';
import type { View } from './view';

export type SignOff = Followed &
  TemporalServer & {
    readonly view: View;
    /** Go live without asking. */
    readonly goLive: boolean;
  };

type TemporalServer = {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalCommand: string;
};

/** Shows what waits and the four ways to go live, and returns when the publication goes on or has ended. */
export async function signOff(asked: SignOff, publication: PublicationAnswer): Promise<void> {
  const { view } = asked;
  for (const { subscription, uri } of publication.links.preview) {
    view.note(`Preview for subscription ${subscription}: ${uri}`);
  }
  if (asked.goLive) {
    view.note('Sign-off: going live, as nobody is asked here.');
    await askToGoLive(asked);
    await untilDecided(asked);
    return;
  }
  view.note(...waysToGoLive(asked, publication));
  const key = onKey('g');
  try {
    const decided = untilDecided(asked);
    await Promise.race([decided, key.pressed.then(() => askToGoLive(asked)).then(() => decided)]);
  } finally {
    key.stop();
  }
}

/** Somebody else may have decided already: what the publication says then is shown, and it is followed on. */
async function askToGoLive({ api, view }: SignOff): Promise<void> {
  try {
    await api.goLive();
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
    view.note(error.message);
  }
}

const untilDecided = (asked: SignOff): Promise<PublicationAnswer> =>
  untilKnown(asked, ({ status }) => status.status !== 'waitingForPublisherReview');

export function waysToGoLive(
  { temporalAddress, temporalNamespace, temporalCommand }: TemporalServer,
  { status, links }: PublicationAnswer,
): readonly string[] {
  const { publisherId, offerId } = status;
  return [
    '',
    `${publisherId}/${offerId} waits for your sign-off. Four ways to go live:`,
    '  1. press g here',
    `  2. npm run -s offer -- go-live ${publisherId}/${offerId}`,
    `  3. ${temporalCommand} workflow signal --address ${temporalAddress} --namespace ${temporalNamespace} \\`,
    `       --workflow-id publication.${publisherId}.${offerId} --name goLive --input '{"requestId":"${randomUUID()}","actor":"you"}'`,
    `  4. the status page: ${links.status}`,
    '',
  ];
}

/** A key on the terminal. Ctrl-C still means Ctrl-C. */
function onKey(name: string): { readonly pressed: Promise<void>; readonly stop: () => void } {
  const { stdin } = process;
  let listener: ((text: string, key: Key) => void) | undefined;
  const pressed = new Promise<void>((resolve) => {
    listener = (_text, key) => {
      if (key.name === name) resolve();
      if (key.ctrl === true && key.name === 'c') process.kill(process.pid, 'SIGINT');
    };
  });
  if (stdin.isTTY && listener !== undefined) {
    emitKeypressEvents(stdin);
    stdin.setRawMode(true);
    stdin.on('keypress', listener);
    stdin.resume();
  }
  return {
    pressed,
    stop: () => {
      if (!stdin.isTTY || listener === undefined) return;
      stdin.off('keypress', listener);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

type Key = { readonly name?: string; readonly ctrl?: boolean };
