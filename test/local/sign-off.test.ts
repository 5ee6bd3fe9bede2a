import { ApiRefusal } from '../../src/local/journey/offer-api';
import { plainView } from '../../src/local/journey/plain-view';
import { signOff } from '../../src/local/journey/sign-off';
import { passes, stepIds, story, tell } from './journey-story';

let lines: string[];
const view = plainView(
  (line) => lines.push(line),
  () => 0,
);

beforeEach(() => {
  lines = [];
});

const temporal = {
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  temporalCommand: 'temporal',
};

const waiting = story(
  ...stepIds.slice(0, 5).flatMap(passes),
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
  { kind: 'goLiveApproved' },
  { kind: 'stepChanged', step: 'publisher-signoff', status: 'complete' },
).slice(-3);

it('goes live without asking where nobody is asked', async () => {
  const told = tell(waiting);

  await signOff({ ...told, view, goLive: true, ...temporal }, waiting[0]!);

  expect(told.calls).toEqual(['goLive']);
});

it('asks once, also where the approval is known before the step has ended', async () => {
  const told = tell(waiting);

  await signOff({ ...told, view, goLive: true, ...temporal }, waiting[1]!);

  expect(told.calls).toEqual(['goLive']);
  expect((await told.api.publication())?.status.status).toBe('running');
});

it('shows why somebody else was faster, and follows the publication on', async () => {
  const told = tell(waiting);
  const goLive = (): Promise<void> => Promise.reject(new ApiRefusal(409, 'It is decided already.'));

  await signOff({ ...told, api: { ...told.api, goLive }, view, goLive: true, ...temporal }, waiting[0]!);

  expect(lines).toEqual(['Sign-off: going live, as nobody is asked here.', 'It is decided already.']);
});

it('does not hide a refusal that nobody else caused', async () => {
  const told = tell(waiting);
  const goLive = (): Promise<void> => Promise.reject(new ApiRefusal(401, 'wrong token'));

  const asked = signOff(
    { ...told, api: { ...told.api, goLive }, view, goLive: true, ...temporal },
    waiting[0]!,
  );

  await expect(asked).rejects.toThrow('wrong token');
});

it('shows four ways to go live, and goes on when one of the others was taken', async () => {
  const told = tell(waiting);

  await signOff({ ...told, view, goLive: false, ...temporal }, waiting[0]!);

  expect(told.calls).toEqual([]);
  expect(lines.join('\n')).toMatch(
    /1\. press g[^]*2\. npm run -s offer -- go-live contoso\/linux-vm[^]*3\. temporal workflow signal --address 127\.0\.0\.1:7233 --namespace default[^]*--workflow-id publication\.contoso\.linux-vm --name goLive --input '\{"requestId"[^]*4\. the status page: http/,
  );
});
