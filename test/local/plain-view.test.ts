import { plainView } from '../../src/local/journey/plain-view';

it('tells begin, progress now and then, and end of a step in plain lines', async () => {
  const lines: string[] = [];
  let now = 0;
  const view = plainView(
    (line) => lines.push(line),
    () => now,
  );

  const result = await view.step('Provisioning', async (report) => {
    now = 5000;
    report('westeurope 1 of 4', 'eastus 2 of 4');
    now = 6000;
    report('westeurope 2 of 4', 'eastus 3 of 4');
    now = 12_000;
    return 'copied';
  });
  view.note('one', 'two');

  expect(result).toBe('copied');
  expect(lines).toEqual([
    'Provisioning ...',
    '  westeurope 1 of 4',
    '  eastus 2 of 4',
    'Provisioning: done (12.0 s)',
    'one',
    'two',
  ]);
});

it('says nothing again that has not changed', async () => {
  const lines: string[] = [];
  let now = 0;
  const view = plainView(
    (line) => lines.push(line),
    () => now,
  );

  await view.step('Provisioning', async (report) => {
    for (const eastus of ['2 of 4', '4 of 4', '4 of 4']) {
      now += 5000;
      report('westeurope 4 of 4', `eastus ${eastus}`);
    }
  });

  expect(lines.slice(1, -1)).toEqual(['  westeurope 4 of 4', '  eastus 2 of 4', '  eastus 4 of 4']);
});
