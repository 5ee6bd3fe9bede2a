import type { Component } from './component';
import { identify } from './process/identity';
import { sampleOfferKey } from './sample/offer';
import { type ComponentState, forgetState, type LocalState, statePath, writePrivately } from './state';

type Addresses = Pick<
  LocalState,
  'apiUrl' | 'apiToken' | 'temporalAddress' | 'temporalNamespace' | 'temporalUiUrl' | 'inboxUrl'
>;

/** Writes `.local/state.json` as the stack comes up, changes and goes. */
export type StateKeeper = {
  readonly setComponent: (component: Component, logPath: string) => void;
  readonly setPids: (pids: Readonly<Record<string, number>>) => void;
  readonly setAddresses: (addresses: Addresses) => void;
  readonly forget: () => void;
};

export function stateKeeper(folder: string): StateKeeper {
  const supervisor = identify(process.pid);
  if (supervisor === undefined)
    throw new Error('/proc is not mounted: this system cannot tell its processes apart.');
  let components: Record<string, ComponentState> = {};
  let state: LocalState = {
    supervisor,
    components,
    apiUrl: '',
    apiToken: '',
    temporalAddress: '',
    temporalNamespace: '',
    inboxUrl: '',
    offer: `${sampleOfferKey.publisherId}/${sampleOfferKey.offerId}`,
  };
  const change = (changed: Partial<LocalState>): void => {
    state = { ...state, ...changed };
    writePrivately(statePath(folder), state);
  };
  return {
    setComponent: (component, logPath) => {
      components = { ...components, [component.name]: { address: component.address, logPath } };
      change({ components });
    },
    setPids: (pids) => {
      const withProcess = ([name, entry]: [string, ComponentState]): [string, ComponentState] => {
        const process = pids[name] === undefined ? undefined : identify(pids[name]);
        return [
          name,
          { address: entry.address, logPath: entry.logPath, ...(process === undefined ? {} : { process }) },
        ];
      };
      components = Object.fromEntries(Object.entries(components).map(withProcess));
      change({ components });
    },
    setAddresses: (addresses) => change(addresses),
    forget: () => forgetState(folder),
  };
}
