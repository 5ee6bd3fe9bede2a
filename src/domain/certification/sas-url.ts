import { fileNameOf } from '../replication/source-url';
import { beginningOf } from './without-secrets';

/** What can be said about a SAS URL without asking anybody. Holds no signature. */
export type SasUrlFacts = {
  /** `http(s)://host/container/.../name`, whatever follows. */
  readonly wellFormed: boolean;
  readonly hasQuery: boolean;
  readonly hasSignature: boolean;
  /** Last segment of the path, exactly as written. */
  readonly vhdName: string;
  /** The same of any address, also of one without a container. */
  readonly fileName: string;
  readonly hasWhitespace: boolean;
  /** `st`, `se`, `sp`, `sr`: every value given, in order. */
  readonly start: readonly string[];
  readonly expiry: readonly string[];
  readonly permissions: readonly string[];
  readonly resource: readonly string[];
  readonly now: Date;
};

const form = /^https?:\/\/[^/?#@]+\/([^/?#]+(?:\/[^?#]*)?)\/([^/?#]+)(?:\?([^#]*))?$/i;

export function readSasUrl(url: string, now: Date): SasUrlFacts {
  const match = form.exec(url.trim());
  const parameters = new URLSearchParams(match?.[3] ?? '');
  return {
    wellFormed: match !== null,
    hasQuery: url.includes('?'),
    hasSignature: (parameters.get('sig') ?? '') !== '',
    vhdName: match?.[2] ?? '',
    fileName: fileNameOf(url),
    hasWhitespace: /\s/.test(url),
    start: parameters.getAll('st'),
    expiry: parameters.getAll('se'),
    permissions: parameters.getAll('sp'),
    resource: parameters.getAll('sr'),
    now,
  };
}

const fullDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z$/;

/** The one moment a parameter names in full date-time form; `undefined` when it does not. */
export function momentOf(values: readonly string[]): Date | undefined {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0 || !fullDateTime.test(value)) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** How a parameter is quoted in a finding. */
export function asWritten(name: string, values: readonly string[]): string {
  if (values.length === 0) return `no ${name}`;
  return values.map((value) => `${name}=${beginningOf(value, 60)}`).join('&');
}
