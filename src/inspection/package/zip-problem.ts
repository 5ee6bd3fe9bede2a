import { errorText } from '../../domain/text/error-text';

/** What the library says is wrong with a zip, as a part of a sentence: our texts bring the full stop. */
export const zipProblem = (error: unknown): string => errorText(error).replace(/\.+$/, '');
