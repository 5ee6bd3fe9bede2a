import { type GuestFiles, textBytes } from '../guest-files';

type Credential = {
  /** Inside a home. */
  readonly path: string;
  /** Where the file may be there without a secret; absent: being there with any content is enough. */
  readonly secret?: RegExp;
};

/** Where the clouds' and registries' own tools keep what they log in with. */
const credentials: readonly Credential[] = [
  { path: '.aws/credentials', secret: /aws_secret_access_key/i },
  { path: '.azure/accessTokens.json', secret: /Token/ },
  { path: '.azure/msal_token_cache.json', secret: /"secret"/ },
  { path: '.azure/msal_token_cache.bin' },
  { path: '.azure/service_principal_entries.json', secret: /secret/i },
  { path: '.config/gcloud/credentials.db' },
  { path: '.config/gcloud/access_tokens.db' },
  { path: '.config/gcloud/application_default_credentials.json', secret: /refresh_token|private_key/ },
  { path: '.config/gh/hosts.yml', secret: /oauth_token/ },
  { path: '.docker/config.json', secret: /"auth"|"identitytoken"/ },
  { path: '.kube/config', secret: /token:|client-key-data:|password:/ },
  { path: '.git-credentials', secret: /:\/\/[^\s:]+:/ },
  { path: '.netrc', secret: /\bpassword\b/ },
  { path: '.npmrc', secret: /_authToken|_password|_auth\b/ },
  { path: '.pypirc', secret: /^\s*password/m },
  { path: '.s3cfg', secret: /^\s*secret_key\s*=\s*\S/m },
  { path: '.boto', secret: /^\s*(?:aws_secret_access_key|gs_secret_access_key)/m },
  { path: '.terraform.d/credentials.tfrc.json', secret: /"token"/ },
  { path: '.vault-token' },
];

export type Credentials = {
  readonly found: readonly string[];
  /** Larger than anybody reads, and without a secret up to there. */
  readonly unknown: readonly string[];
};

/** `names` are those in the home itself: most homes have none of these, and that costs nothing to know. */
export async function findCloudCredentials(
  files: GuestFiles,
  home: string,
  names: readonly string[],
): Promise<Credentials> {
  const found: string[] = [];
  const unknown: string[] = [];
  for (const { path, secret } of credentials) {
    if (!names.includes(path.split('/', 1)[0] ?? '')) continue;
    const content = await files.read(`${home}/${path}`, textBytes);
    if (content === undefined || content.length === 0) continue;
    if (secret?.test(content.toString('utf8')) ?? true) found.push(`${home}/${path}`);
    else if (content.length === textBytes) unknown.push(`${home}/${path}`);
  }
  return { found, unknown };
}
