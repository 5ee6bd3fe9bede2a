/**
 * What a thrown value says of itself. One that gathers several says what each of them does: a refused connection has no
 * text of its own, and one error for each address tried.
 */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { errors, message, name } = error as Readonly<Record<string, unknown>>;
  if (Array.isArray(errors) && errors.length > 0) return errors.map(errorText).join('; ');
  if (typeof message === 'string' && message !== '') return message;
  return typeof name === 'string' ? name : 'an error without a text';
}
