import { Command } from 'commander';
import type { Does } from '../does';
import { reviewApproveCommand, reviewRequestChangesCommand } from './review-decide';
import { reviewCommentCommand } from './review-comment';
import { reviewListCommand } from './review-list';
import { reviewShowCommand } from './review-show';

export function reviewCommand(does: Does): Command {
  return new Command('review')
    .description('See what waits for reviewers, talk about it with the publisher, and decide.')
    .addCommand(reviewListCommand(does))
    .addCommand(reviewShowCommand(does))
    .addCommand(reviewCommentCommand(does))
    .addCommand(reviewApproveCommand(does))
    .addCommand(reviewRequestChangesCommand(does));
}
