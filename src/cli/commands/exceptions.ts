import { Command } from 'commander';
import type { Does } from '../does';
import { exceptionsEndCommand } from './exceptions-end';
import { exceptionsGrantCommand } from './exceptions-grant';
import { exceptionsListCommand } from './exceptions-list';

export function exceptionsCommand(does: Does): Command {
  return new Command('exceptions')
    .description('See, grant and end exceptions from certification rules.')
    .addCommand(exceptionsListCommand(does))
    .addCommand(exceptionsGrantCommand(does))
    .addCommand(exceptionsEndCommand(does));
}
