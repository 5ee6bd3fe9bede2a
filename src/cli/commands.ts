import type { Command } from 'commander';
import { cancelCommand } from './commands/cancel';
import { certifyCommand } from './commands/certify';
import { checkLiveCommand } from './commands/check-live';
import { cloneCommand } from './commands/clone';
import { completionCommand } from './commands/completion';
import { diffCommand } from './commands/diff';
import { discardCommand } from './commands/discard';
import { doctorCommand } from './commands/doctor';
import { eventsCommand } from './commands/events';
import { exceptionsCommand } from './commands/exceptions';
import { exportCommand } from './commands/export';
import { goLiveCommand } from './commands/go-live';
import { historyCommand } from './commands/history';
import { initCommand } from './commands/init';
import { listCommand } from './commands/list';
import { loginCommand } from './commands/login';
import { logoutCommand } from './commands/logout';
import { notifyCommand } from './commands/notify';
import { openCommand } from './commands/open';
import { profilesCommand } from './commands/profiles';
import { publishCommand } from './commands/publish';
import { publisherCommand } from './commands/publisher';
import { putCommand } from './commands/put';
import { recertifyCommand } from './commands/recertify';
import { reportCommand } from './commands/report';
import { reviewCommand } from './commands/review';
import { rulesCommand } from './commands/rules';
import { showCommand } from './commands/show';
import { statusCommand } from './commands/status';
import { supportCommand } from './commands/support';
import { tokenCommand } from './commands/token';
import { uploadCommand } from './commands/upload';
import { validateCommand } from './commands/validate';
import { verifyCommand } from './commands/verify';
import { withdrawCommand } from './commands/withdraw';
import type { Does } from './does';

type Group = 'Publications' | 'Offers' | 'Certification' | 'Access' | 'Help';

/** Every command, by what it is about, in the order of the help. */
export const commandTable: Readonly<Record<Group, readonly ((does: Does) => Command)[]>> = {
  Publications: [
    publishCommand,
    statusCommand,
    notifyCommand,
    goLiveCommand,
    withdrawCommand,
    cancelCommand,
    reviewCommand,
    checkLiveCommand,
    eventsCommand,
    supportCommand,
  ],
  Offers: [
    initCommand,
    uploadCommand,
    putCommand,
    validateCommand,
    diffCommand,
    listCommand,
    showCommand,
    historyCommand,
    openCommand,
    exportCommand,
    cloneCommand,
    discardCommand,
  ],
  Certification: [certifyCommand, reportCommand, verifyCommand, exceptionsCommand, recertifyCommand],
  Access: [loginCommand, logoutCommand, profilesCommand, publisherCommand, tokenCommand],
  Help: [rulesCommand, doctorCommand, completionCommand],
};
