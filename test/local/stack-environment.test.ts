import { stackEnvironment } from '../../src/local/stack-environment';

const local = {
  ports: {
    api: 1,
    postgres: 2,
    temporal: 3,
    temporalUi: 4,
    blob: 5,
    table: 6,
    queue: 7,
    smtp: 8,
    inbox: 9,
    workerHealth: 10,
    workerMetrics: 11,
  },
  keys: { signingKey: '', secretsKey: '', apiToken: '', databasePassword: '', accountKeys: {} },
  folder: '.local',
  instanceId: 'start-1',
  databaseUrl: 'postgres://127.0.0.1:2/offers',
  temporalAddress: '127.0.0.1:3',
};

it('lets the offers of the sample be reached, and what somebody names besides', () => {
  const trusted = (trustedOrigins?: string) =>
    stackEnvironment({ ...local, trustedOrigins })
      ['TRUSTED_ORIGINS']?.trim()
      .split(' ');

  expect(trusted()).toEqual(['http://127.0.0.1:5', 'http://127.0.0.1:6']);
  expect(trusted('http://127.0.0.1:9000')).toEqual([
    'http://127.0.0.1:5',
    'http://127.0.0.1:6',
    'http://127.0.0.1:9000',
  ]);
});
