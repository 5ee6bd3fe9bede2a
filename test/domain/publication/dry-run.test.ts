import {
  dryRun,
  type DryRunFacts,
  estimatedSeconds,
  type KnownArtefact,
} from '../../../src/domain/publication/dry-run';
import { pipelineOf } from '../../../src/domain/publication/pipelines';

const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish')!;
const regions = ['westeurope', 'eastus'];
const unseen: KnownArtefact = { artefactId: 'basic/1.0.0/os', regions: [] };
const certified: KnownArtefact = { ...unseen, digest: 'd1', verdict: 'passed', regions };

const facts = (change: Partial<DryRunFacts> = {}): DryRunFacts => ({
  pipeline,
  isValid: true,
  artefacts: [unseen],
  regions,
  history: new Map(),
  ...change,
});
const works = (change: Partial<DryRunFacts>) =>
  Object.fromEntries(dryRun(facts(change)).map(({ stepId, work }) => [stepId, work]));

it('runs every step of an offer that was never published, and waits at sign-off', () => {
  expect(works({})).toEqual({
    displaydummycertify: 'runs',
    displaycertify: 'runs',
    displayprovision: 'runs',
    displaypackage: 'runs',
    preview: 'runs',
    'publisher-signoff': 'waits',
    live: 'runs',
  });
});

it('reaches nothing behind a validation that fails', () => {
  const reached = dryRun(facts({ isValid: false })).filter(({ work }) => work !== 'notReached');

  expect(reached.map(({ stepId }) => stepId)).toEqual(['displaydummycertify']);
});

it('reaches nothing behind a certification whose bytes have failed before', () => {
  expect(works({ artefacts: [{ ...certified, verdict: 'failed' }] })).toMatchObject({
    displaycertify: 'reused',
    displayprovision: 'notReached',
    live: 'notReached',
  });
});

it.each<[string, Partial<DryRunFacts>, string, string, readonly string[]]>([
  ['all certifications', { artefacts: [certified] }, 'displaycertify', 'reused', ['basic/1.0.0/os']],
  [
    'some certifications',
    { artefacts: [certified, { ...unseen, artefactId: 'b' }] },
    'displaycertify',
    'partlyReused',
    ['basic/1.0.0/os'],
  ],
  [
    'all replicas',
    { artefacts: [certified] },
    'displayprovision',
    'reused',
    ['basic/1.0.0/os@westeurope', 'basic/1.0.0/os@eastus'],
  ],
  [
    'a replica in one region',
    { artefacts: [{ ...certified, regions: ['eastus'] }] },
    'displayprovision',
    'partlyReused',
    ['basic/1.0.0/os@eastus'],
  ],
  [
    'replicas of regions that were given up: none',
    { artefacts: [{ ...certified, regions: ['gone'] }] },
    'displayprovision',
    'runs',
    [],
  ],
  [
    'the package; the test lead is sent all the same',
    { packageDigest: 'p1' },
    'displaypackage',
    'partlyReused',
    ['p1'],
  ],
])('finds %s', (_, change, stepId, work, items) => {
  const step = dryRun(facts(change)).find((each) => each.stepId === stepId);

  expect(step?.work).toBe(work);
  expect(step?.reused.map(({ item }) => item)).toEqual(items);
});

it('tells the median of past steps beside the documented estimate', () => {
  const history = new Map([['displaycertify', { medianMs: 61_240, fastestMs: 900, count: 12 }]]);

  const step = dryRun(facts({ history })).find(({ stepId }) => stepId === 'displaycertify');

  expect(step).toMatchObject({ documentedEstimate: '< 5 days', estimatedSeconds: 61.2, pastSteps: 12 });
});

it('takes the fastest past step for one whose work is all found', () => {
  const history = new Map([['displaycertify', { medianMs: 61_240, fastestMs: 900, count: 12 }]]);

  const step = dryRun(facts({ history, artefacts: [certified] })).find(
    ({ stepId }) => stepId === 'displaycertify',
  );

  expect(step).toMatchObject({ estimatedSeconds: 0.9 });
});

it('tells how long reviews took, and that the publisher’s own sign-off cannot be foretold', () => {
  const ofApplications = pipelineOf('microsoft-azure-applications', 'publish')!;
  const history = new Map(
    ofApplications.steps.map(({ id }) => [id, { medianMs: 7_200_000, fastestMs: 1_000, count: 4 }] as const),
  );
  const waiting = (known: DryRunFacts['history']) =>
    dryRun(facts({ pipeline: ofApplications, history: known })).filter(({ work }) => work === 'waits');

  expect(waiting(history)).toMatchObject([
    { stepId: 'publisher-signoff', documentedEstimate: '', estimatedSeconds: null, pastSteps: 0 },
    { stepId: 'microsoft-review', estimatedSeconds: 7200, pastSteps: 4 },
  ]);
  expect(waiting(new Map())).toMatchObject([
    { stepId: 'publisher-signoff', estimatedSeconds: null },
    { stepId: 'microsoft-review', documentedEstimate: '7-14 business days', estimatedSeconds: null },
  ]);
});

it('adds up what is at work and leaves out the wait for people', () => {
  const history = new Map(
    pipeline.steps.map(({ id }) => [id, { medianMs: 1_000, fastestMs: 1_000, count: 3 }] as const),
  );

  expect(estimatedSeconds(dryRun(facts({ history })))).toBe(6);
});

it('guesses no total while the history says nothing of a step', () => {
  const history = new Map([['displaycertify', { medianMs: 1, fastestMs: 1, count: 1 }]]);

  expect(estimatedSeconds(dryRun(facts({ history })))).toBeNull();
});
