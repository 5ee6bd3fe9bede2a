import { sampleOffer } from '../../../src/local/sample/offer';
import { openRealSystem, type RealSystem } from '../../support/real-system';
import { everywhere, shownLabels } from '../../support/shown-labels';
import { until } from '../../support/until';
import { inWorkshop } from '../../support/workshop';
import { offerShape, statusShape, submissionsShape } from './documented-shapes';
import { pubClient } from './pub';

const offerPath = '/api/publishers/contoso/offers/linux-vm';

it(
  'takes a pipeline of the CPP API through publish, cancel, publish again and go-live, as its documentation has it',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      const call = caller(api.url, system.keys.apiToken);
      const pub = pubClient(call);
      const labels = () => shownLabels({ url: api.url, token: system.keys.apiToken }, system.offer);
      const ended = (location: string): Promise<string> => operationEnded(pub, location);

      // Read the draft, change it, save it.
      await pub.put(draftOf(system));
      const first = await ended(await pub.publish());
      const preview = await pub.show('/slot/Preview');
      const atSignOff = [await statuses(call), await labels()];
      await expect(pub.show('/slot/Production')).rejects.toThrow('status: 404');
      await expect(documented(call)).resolves.toEqual([]);

      const cancel = await call('POST', `${offerPath}/cancel`);
      const canceled = await ended(cancel.headers.get('Operation-Location') ?? '');
      const afterCancel = [await statuses(call), await labels()];
      // Until its mails are sent the run is there, and a publish would be the same one.
      await system.client.result(system.offer);
      await expect(pub.show('/slot/Preview')).rejects.toThrow('status: 404');

      const publish = await pub.publish();
      const second = await ended(publish);
      const goLive = await ended(await pub.live());
      const production = await pub.show('/slot/Production');
      const submissions = await pub.operations();

      expect([first, canceled, second, goLive]).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded']);
      expect([200, 202]).toContain(cancel.status);
      expect([preview.version, production.version]).toEqual([1, 2]);
      expect(atSignOff).toEqual([
        ['waitingForPublisherReview', 'waitingForPublisherReview'],
        everywhere('Awaiting publisher sign-off'),
      ]);
      expect(afterCancel).toEqual([['canceled', 'canceled'], everywhere('Publish canceled')]);
      expect(await statuses(call)).toEqual(['succeeded', 'succeeded']);
      expect(await labels()).toEqual(everywhere('Live'));
      expect(
        submissions.map(({ submissionType, submissionState }) => [submissionType, submissionState]),
      ).toEqual([
        ['golive', 'succeeded'],
        ['publish', 'succeeded'],
        ['cancel', 'succeeded'],
        ['publish', 'succeeded'],
      ]);
      expect(
        await pub.operationAt('/api/operations/contoso$linux-vm$2$preview?api-version=2017-10-31'),
      ).toEqual(await pub.operationAt(publish));
      await expect(documented(call)).resolves.toEqual([]);
    }),
  600_000,
);

type Call = ReturnType<typeof caller>;

function caller(apiUrl: string, token: string) {
  return (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${apiUrl}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

/** Without useful links, which the Go client takes for texts. */
function draftOf({ files }: RealSystem): unknown {
  const sample = sampleOffer(files.urls);
  const definition = sample['definition'] as { readonly offer: object };
  const offer = { ...definition.offer, 'microsoft-azure-marketplace.usefulLinks': [] };
  return { ...sample, definition: { ...definition, offer } };
}

const operationEnded = (pub: ReturnType<typeof pubClient>, location: string): Promise<string> =>
  until(`the operation at ${location} has ended`, async () => {
    const { status } = await pub.operationAt(location);
    return status !== 'running' && (status ?? '');
  });

/** The offer's status on two addresses of the API. */
async function statuses(call: Call): Promise<readonly string[]> {
  const statusAt = async (path: string): Promise<string> =>
    ((await (await call('GET', `${offerPath}${path}`)).json()) as { status: string }).status;
  return [await statusAt('/status'), await statusAt('')];
}

/** What breaks the documented shapes; `offerTypeVersions` and the like are gone, nothing is added. */
async function documented(call: Call): Promise<readonly string[]> {
  const shapes = { '': offerShape, '/status': statusShape, '/submissions/': submissionsShape } as const;
  const breaches = await Promise.all(
    Object.entries(shapes).map(async ([path, shape]) => {
      const answer: unknown = await (await call('GET', `${offerPath}${path}`)).json();
      return shape.safeParse(answer).error?.message;
    }),
  );
  return breaches.filter((breach) => breach !== undefined);
}
