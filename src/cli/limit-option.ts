import { InvalidArgumentError, Option } from 'commander';

export const limitOption = (): Option =>
  new Option('--limit <number>', 'at most so many').argParser(countOf).default(100);

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a number from 1.');
  return count;
}
