import { testApp } from '../../support/test-app';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it.each([
  'cursor=x',
  'cursor=' + 'A'.repeat(5000),
  `cursor=${encoded({ order: 'changed' })}`,
  `cursor=${encoded(['changed', 'desc', 'after', 'a', 'b'])}`,
  `cursor=${encoded(['changed', 'desc', 'after', 'a', 'b', '1 or 1=1'])}`,
  `cursor=${encoded(['changed', 'desc', 'after', 'a', 'b', '99999999999999999999'])}`,
  `cursor=${encoded(['changed', 'desc', 'sideways', 'a', 'b', '1'])}`,
  `cursor=${encoded(['changed', 'desc', 'after', 'a\0', 'b', '1'])}`,
  `cursor=${encoded(['__proto__', 'desc', 'after', 'a', 'b', '1'])}`,
  `cursor=${encoded(['constructor', 'desc', 'after', 'a', 'b'])}`,
  `cursor=${encoded(['name', 'asc', 'after', 'a', 'b', 'k'])}`,
  'limit=0',
  'limit=201',
  'limit=1e9',
  'limit=x',
  'sort=draft',
  'status=Live',
  'situation=nowhere',
  'type=unknown',
  'publisher=../etc',
  `search=${'a'.repeat(201)}`,
])('refuses what nobody of ours would send (%#), and asks the database nothing', async (query) => {
  const { api, catalogue, logged } = testApp();
  catalogue.away = 'nobody asks';
  const answer = await api('GET', `/api/offers?${query}`);

  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(logged).toEqual([]);
});
