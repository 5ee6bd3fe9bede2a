import type { JsonPlace } from '../json/json-place';
import { textAt } from '../json/read-json';
import { namesSecret } from '../offer/secret-names';
import { mask } from '../offer/secrets';
import { withoutSecrets } from './without-secrets';

/**
 * How the value at a place is quoted in a finding: arrays and objects by their kind, and nothing that is a secret by its
 * place or by how it looks.
 */
export function shownValue(place: JsonPlace | undefined): string {
  switch (place?.node.kind) {
    case undefined:
      return '-';
    case 'object':
      return '{…}';
    case 'array':
      return '[…]';
    case 'null':
    case 'boolean':
      return String('value' in place.node ? place.node.value : null);
    case 'text':
    case 'number': {
      const text = String(place.node.value);
      return isSecretPlace(place) && !namesOnly(text) ? mask : shownText(text);
    }
  }
}

/** How a part of a text is quoted. */
export function shownText(text: string, from = 0): string {
  if (from === 0) return withoutSecrets(text).slice(0, longestShown);
  // What is hidden further up makes the text another length; whoever quotes its middle wants that very place.
  const masked = withoutSecrets(text);
  return masked === text ? text.slice(from, from + longestShown) : masked.slice(0, longestShown);
}

const longestShown = 120;

/** The value of a field called `adminPassword`, of a secure parameter or of a password box; not what describes it. */
function isSecretPlace(place: JsonPlace): boolean {
  for (let at = place; at.parent !== null; at = at.parent) {
    if (typeof at.key !== 'string') continue;
    if (describing.has(at.key.toLowerCase())) return false;
    if (namesSecret(at.key) || isGivenToSecret(at.key, at.parent)) return true;
  }
  return false;
}

const describing: ReadonlySet<string> = new Set([
  'type',
  'metadata',
  'minlength',
  'maxlength',
  'minvalue',
  'maxvalue',
  'nullable',
]);

const isGivenToSecret = (key: string, { node }: JsonPlace): boolean =>
  /^(?:defaultValue|allowedValues|value)$/i.test(key) &&
  /^secure(?:string|object)$|\.PasswordBox$/i.test(textAt(node, 'type') ?? '');

/** An expression in which nothing is written down but what it calls and names, e.g. `[parameters('password')]`. */
function namesOnly(text: string): boolean {
  if (text === '') return true;
  return (
    /^\[[^[].*\]$/s.test(text) && !text.replace(/(?:parameters|variables)\('[^']*'\)/gi, '').includes("'")
  );
}
