/** Where a storage connection string leads, taken apart without asking anybody. */
export type TableConnection = {
  readonly accountName: string;
  readonly accountKey: string;
  /** Table endpoint without a slash at the end. */
  readonly endpoint: string;
  /** True when the string names an endpoint that is not Azure's own: only a trusted origin may be used then. */
  readonly explicit: boolean;
};

export type TableConnectionAnswer =
  | { readonly kind: 'read'; readonly connection: TableConnection }
  | { readonly kind: 'broken'; readonly problem: string };

/**
 * Reads `DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...;EndpointSuffix=core.windows.net`, with an
 * optional `TableEndpoint=`. The answer to a broken one never repeats its content.
 */
export function readTableConnection(text: string): TableConnectionAnswer {
  const parts = new Map(text.split(';').filter(Boolean).map(partOf));
  const accountName = parts.get('AccountName') ?? '';
  const accountKey = parts.get('AccountKey') ?? '';
  if (!/^[a-z0-9]{3,24}$/.test(accountName)) return broken('its AccountName is missing or not one of Azure');
  if (!/^[0-9a-zA-Z+/]{4,}={0,2}$/.test(accountKey)) return broken('its AccountKey is missing or not base64');
  const account = { accountName, accountKey };
  const named = parts.get('TableEndpoint')?.replace(/\/+$/, '');
  if (named !== undefined) {
    const explicit = ![...azureSuffixes].some((suffix) => named === endpointOf(accountName, suffix));
    return { kind: 'read', connection: { ...account, endpoint: named, explicit } };
  }
  if (parts.get('DefaultEndpointsProtocol') !== 'https')
    return broken('DefaultEndpointsProtocol is not https');
  const suffix = parts.get('EndpointSuffix') ?? 'core.windows.net';
  if (!azureSuffixes.has(suffix)) return broken('its EndpointSuffix is not one of Azure');
  return {
    kind: 'read',
    connection: { ...account, endpoint: endpointOf(accountName, suffix), explicit: false },
  };
}

function endpointOf(accountName: string, suffix: string): string {
  return `https://${accountName}.table.${suffix}`;
}

/** The public cloud and the national ones. */
const azureSuffixes: ReadonlySet<string> = new Set([
  'core.windows.net',
  'core.chinacloudapi.cn',
  'core.usgovcloudapi.net',
  'core.cloudapi.de',
]);

function partOf(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at === -1 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

function broken(problem: string): TableConnectionAnswer {
  return { kind: 'broken', problem: `The connection string cannot be used: ${problem}.` };
}
