import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Answer } from '../domain/publication/answers';
import { type CommandName, commandNames } from '../domain/publication/commands';
import type { PublicationStatus } from '../domain/publication/status';

/** The names on the wire. They and their JSON never change; `docs/ARCHITECTURE.md` lists them for other languages. */
export const statusQuery = defineQuery<PublicationStatus>('status');

/** Each message is a signal (durable, no answer) and an update (answers) of the same name. */
export const messages = commandNames.map((name) => ({
  name,
  signal: defineSignal<[unknown]>(name),
  update: defineUpdate<Answer, [unknown]>(name),
  description: descriptions(name),
}));

function descriptions(name: CommandName): string {
  switch (name) {
    case 'goLive':
      return 'Publisher sign-off. One JSON object: {"requestId":"...","actor":"...","notBefore":"2027-01-31T09:00:00Z" (optional)}';
    case 'withdrawGoLive':
      return 'Takes back a scheduled or half-voted go-live: {"requestId":"...","actor":"..."}';
    case 'cancel':
      return 'Cancels where the offer type allows it: {"requestId":"...","actor":"...","reason":"..." (optional)}';
    case 'reviewDecision':
      return 'A reviewer decides: {"requestId":"...","actor":"...","decision":"approve"|"requestChanges","comments":[{"message":"..."}]}';
    case 'notificationEmails':
      return 'Who gets the mails from now on: {"requestId":"...","actor":"...","emails":["ann@contoso.com"]}';
  }
}
