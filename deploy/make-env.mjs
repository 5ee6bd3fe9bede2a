/**
 * `node deploy/make-env.mjs [file]`: writes deploy/compose.env (or the file named), readable by its owner only, from
 * compose.env.example with a new secret in place of every `<kind name>`; the same name gets the same secret. Plain Node
 * without dependencies: it also runs where nothing is installed. It never replaces a file, because secrets in use would be lost.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const kinds = {
  // Hexadecimal, because it stands in a URL.
  password: () => randomBytes(24).toString('hex'),
  'account-key': () => randomBytes(64).toString('base64'),
  'secrets-key': () => randomBytes(32).toString('base64'),
  token: () => randomBytes(24).toString('base64url'),
  // One line: docker compose turns \n inside double quotes into line ends.
  'signing-key': () =>
    generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .trimEnd()
      .replaceAll('\n', '\\n'),
};

process.exitCode = main(process.argv[2] ?? join(here, 'compose.env'));

function main(target) {
  const template = readFileSync(join(here, 'compose.env.example'), 'utf8');
  try {
    writeFileSync(target, withSecrets(template), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    console.error(`${target} is there already and stays as it is: its secrets may be in use.`);
    return 1;
  }
  console.log(`${target} is written. Keep a copy where you keep secrets: SECRETS_KEY cannot be made again.`);
  return 0;
}

function withSecrets(template) {
  const made = new Map();
  const secret = (placeholder, kind) => {
    if (!made.has(placeholder)) made.set(placeholder, kinds[kind]());
    return made.get(placeholder);
  };
  const line = (text) => (text.startsWith('#') ? text : text.replace(/<([a-z-]+)(?: [a-z]+)?>/g, secret));
  return template.split('\n').map(line).join('\n');
}
