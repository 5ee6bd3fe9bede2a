import { Command } from 'commander';
import type { Does } from '../does';
import { tokenCreateCommand } from './token-create';
import { tokenListCommand } from './token-list';
import { tokenRevokeCommand } from './token-revoke';

export function tokenCommand(does: Does): Command {
  return new Command('token')
    .description('Make, list and revoke the tokens of a publisher.')
    .addCommand(tokenCreateCommand(does))
    .addCommand(tokenListCommand(does))
    .addCommand(tokenRevokeCommand(does));
}
