import { Command } from 'commander';
import type { Does } from '../does';
import { certifyImageCommand } from './certify-image';
import { certifyOfferCommand } from './certify-offer';
import { certifyPackageCommand } from './certify-package';
import { certifyTemplateCommand } from './certify-template';

export function certifyCommand(does: Does): Command {
  return new Command('certify')
    .description('Say what certification will say, on this machine: no server, no login.')
    .addCommand(certifyImageCommand(does))
    .addCommand(certifyPackageCommand(does))
    .addCommand(certifyTemplateCommand(does))
    .addCommand(certifyOfferCommand(does));
}
