import { isSamePerson } from '../../../src/domain/access/same-person';

it.each<[one: string, other: string, same: boolean]>([
  ['rita@contoso.com', 'rita@contoso.com', true],
  ['rita@contoso.com', 'Rita@Contoso.com', true],
  ['rita@contoso.com', 'rita@contoso.com (login.example.com)', true],
  ['RITA@contoso.com (login.example.com)', 'rita@contoso.com', true],
  ['rita (login.example.com)', 'rita (login.example.com)', true],
  ['rita (login.example.com)', 'rita (login.example.net)', false],
  ['rita@contoso', 'rita@contoso.com (login.example.com)', false],
  ['rita', 'rita of contoso (login.example.com)', false],
  ['rita', 'ann', false],
])('%s and %s: %s', (one, other, same) => {
  expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([same, same]);
});
