import type { FormField } from './form';
import { wellFormed } from './well-formed';

/**
 * The values a browser sends back for a field that nobody touched; undefined for a value that the field's control
 * cannot show (it stays as it is, and the JSON view shows it).
 */
export function shownIn(field: FormField, value: unknown): readonly string[] | undefined {
  const isEmpty = value === undefined || value === null;
  switch (field.control) {
    case 'lines':
      return isEmpty ? [''] : shownLines(value);
    case 'choices':
      return isEmpty ? [] : textsOf(value)?.map(asSent);
    case 'switch':
      if (isEmpty) return [''];
      return typeof value === 'boolean' ? [value ? 'true' : field.required ? 'false' : ''] : undefined;
    case 'json':
      return undefined;
    case 'text':
    case 'longText':
    case 'html':
    case 'url':
    case 'email':
    case 'number':
    case 'choice':
    case 'secret':
      if (isEmpty) return [''];
      return typeof value === 'string' || typeof value === 'number'
        ? [normal(field, String(value))]
        : undefined;
  }
}

/** What was filled in, as a value of the document; undefined where the key is to go. */
export function readGiven(field: FormField, given: readonly string[]): unknown {
  const text = normal(field, given.at(-1) ?? '');
  switch (field.control) {
    case 'lines':
      return filled(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      );
    case 'choices':
      return filled(given.filter((choice) => choice !== ''));
    case 'switch':
      return text === 'true' ? true : field.required && text === '' ? undefined : false;
    case 'number':
      return text.trim() === '' ? undefined : numberOf(text.trim());
    case 'longText':
    case 'html':
      return text.trim() === '' ? undefined : text;
    case 'text':
    case 'url':
    case 'email':
    case 'choice':
    case 'secret':
      return text.trim() === '' ? undefined : text.trim();
    case 'json':
      return undefined;
  }
}

/** A text as it comes back: browsers take line ends out of one-line fields and write others as `\r\n`. */
export function normal({ control }: FormField, text: string): string {
  const sent = asSent(text);
  const isLong = control === 'longText' || control === 'html' || control === 'lines';
  return isLong ? sent.replace(/\r\n?/g, '\n') : sent.replace(/[\r\n]/g, '');
}

const asSent = (text: string): string => wellFormed(text).replaceAll('\0', '\uFFFD');

function shownLines(value: unknown): readonly string[] | undefined {
  const texts = textsOf(value);
  if (texts === undefined || texts.some((text) => /[\r\n]/.test(text))) return undefined;
  return [texts.map(asSent).join('\n')];
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined;
}

const filled = (texts: readonly string[]): readonly string[] | undefined =>
  texts.length === 0 ? undefined : texts;

/** What is no number stays a text, so that nothing typed is lost; validation says so. A comma may stand for a point. */
function numberOf(text: string): number | string {
  const plain = /^-?\d{1,15},\d{1,10}$/.test(text) ? text.replace(',', '.') : text;
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : text;
}
