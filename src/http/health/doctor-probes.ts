import { randomUUID } from 'node:crypto';
import type { AppDeps, AppStore } from '../deps';
import { type Probe, readinessProbes } from '../../probes';

/** Everything in the order in which it is needed: first what answers at all, then what really works. */
export function doctorProbes(deps: AppDeps): readonly Probe[] {
  return [
    ...readinessProbes(deps),
    namespaceProbe(deps),
    workerProbe(deps, 'publication', 'control'),
    workerProbe(deps, 'images', 'data'),
    stuckRunsProbe(deps),
    ...[deps.staging, ...deps.regions].map(writeProbe),
    signingProbe(deps),
    ...boardProbe(deps),
  ];
}

/** Without its attributes no publication starts; the fault itself says what to do. */
const namespaceProbe = ({ temporal }: AppDeps): Probe => ({
  name: 'search attributes',
  fix: 'Start the Temporal server, or correct TEMPORAL_NAMESPACE.',
  run: temporal.namespaceFault,
});

function workerProbe({ temporal }: AppDeps, taskQueue: string, role: string): Probe {
  return {
    name: `worker for ${taskQueue}`,
    fix: `Start a worker with WORKER_ROLE=${role} (or all); without one publications wait.`,
    run: async () => {
      if ((await temporal.pollers(taskQueue)) === 0)
        throw new Error(`no worker polls task queue ${taskQueue}`);
    },
  };
}

const namedRuns = 3;

function stuckRunsProbe({ temporal }: AppDeps): Probe {
  return {
    name: 'publications go on',
    fix: 'Deploy workers that fit these runs, or reset them: docs/OPERATIONS.md, "A wedged run".',
    run: async () => {
      const stuck = await temporal.stuckRuns(namedRuns + 1);
      if (stuck.length === 0) return;
      const named = stuck.slice(0, namedRuns).map(({ workflowId, cause }) => `${workflowId} (${cause})`);
      const more = stuck.length > namedRuns ? ', and more' : '';
      throw new Error(`workflow tasks fail again and again: ${named.join(', ')}${more}`);
    },
  };
}

/** Writes, reads and deletes a few bytes: an account can answer and still refuse that. */
function writeProbe(store: AppStore): Probe {
  return {
    name: `write to ${store.name}`,
    fix: `Give the credential of ${store.name} the right to write, read and delete blobs.`,
    run: async () => {
      const name = `doctor-${randomUUID()}`;
      const content = Buffer.from('written by the doctor');
      await store.writeBlock(name, content, 'text/plain');
      try {
        const read = await store.read(name, 0, content.length);
        if (!read.equals(content)) throw new Error('what was read is not what was written');
      } finally {
        await store.delete(name);
      }
    },
  };
}

/** Not a matter of readiness: while the tracker is away everything else works. */
function boardProbe({ outsideBoard }: AppDeps): readonly Probe[] {
  if (outsideBoard === undefined) return [];
  const { name, ping } = outsideBoard.board;
  const fix = 'Correct AZURE_DEVOPS: address, project, token, work item type and the names of its states.';
  return [{ name: `review board ${name}`, fix, run: ping }];
}

function signingProbe({ signer }: AppDeps): Probe {
  return {
    name: 'signing key',
    fix: 'Set SIGNING_KEY to an Ed25519 private key (PKCS 8, PEM).',
    run: async () => {
      const content = Buffer.from('signed by the doctor');
      if (!signer.verify(content, signer.sign(content))) throw new Error('the signature does not verify');
    },
  };
}
