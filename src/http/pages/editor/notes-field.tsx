import type { FC } from 'hono/jsx';
import { longestNotes } from '../../../domain/publication/certification-notes';
import type { Words } from '../../words/words';

type NotesFieldProps = {
  /** What was typed in before. */
  readonly notes?: string | undefined;
  readonly problem?: string | undefined;
  readonly words: Words;
};

/** What the publisher tells reviewers with this publication; may stay empty. */
export const NotesField: FC<NotesFieldProps> = ({ notes = '', problem, words: { say } }) => (
  <>
    <label for="notes">{say('publish.notes')}</label>
    <textarea
      id="notes"
      name="notes"
      rows={3}
      maxlength={longestNotes}
      aria-describedby={problem === undefined ? 'notes-help' : 'notes-help notes-problem'}
      aria-invalid={problem === undefined ? undefined : 'true'}
    >
      {notes}
    </textarea>
    <p class="help" id="notes-help">
      {say('publish.notesHelp', { most: longestNotes })}
    </p>
    {problem !== undefined && (
      <p class="error" id="notes-problem" role="alert">
        {problem}
      </p>
    )}
  </>
);
