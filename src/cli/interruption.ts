import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

/** Why everything under way ends: Ctrl-C, or a polite kill. What was asked of the API before goes on there. */
export class Interruption extends CliFailure {
  constructor() {
    super(exitCodes.interrupted, 'Interrupted.', { code: 'interrupted' });
    this.name = 'Interruption';
  }
}
