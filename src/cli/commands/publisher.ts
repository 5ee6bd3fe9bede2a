import { Command } from 'commander';
import type { Does } from '../does';
import { publisherCreateCommand } from './publisher-create';
import { publisherHistoryCommand } from './publisher-history';

export function publisherCommand(does: Does): Command {
  return new Command('publisher')
    .description('Make publishers, and see who changed what of one.')
    .addCommand(publisherCreateCommand(does))
    .addCommand(publisherHistoryCommand(does));
}
