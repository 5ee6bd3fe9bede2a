import { readTableConnection } from '../../../src/domain/lead/table-connection';

const key = 'Y2FuYXJ5LTQ3MTE=';

describe('table connection', () => {
  it.each([
    [
      `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key}`,
      'https://contoso.table.core.windows.net',
    ],
    [
      `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key};`,
      'https://contoso.table.core.windows.net',
    ],
    [
      `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key};EndpointSuffix=core.chinacloudapi.cn`,
      'https://contoso.table.core.chinacloudapi.cn',
    ],
    [
      `AccountName=contoso;AccountKey=${key};TableEndpoint=https://contoso.table.core.windows.net/`,
      'https://contoso.table.core.windows.net',
    ],
  ])('leads to Azure: %#', (text, endpoint) => {
    expect(readTableConnection(text)).toEqual({
      kind: 'read',
      connection: { accountName: 'contoso', accountKey: key, endpoint, explicit: false },
    });
  });

  it.each([
    'http://127.0.0.1:10002/contoso',
    'https://169.254.169.254',
    'https://other.table.core.windows.net',
  ])('marks the endpoint %s as one that only trust opens', (endpoint) => {
    const text = `AccountName=contoso;AccountKey=${key};TableEndpoint=${endpoint}/`;

    expect(readTableConnection(text)).toMatchObject({ connection: { endpoint, explicit: true } });
  });

  it.each([
    ['', 'AccountName'],
    ['nonsense', 'AccountName'],
    [`DefaultEndpointsProtocol=https;AccountName=evil.com/x;AccountKey=${key}`, 'AccountName'],
    ['DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=ä', 'AccountKey'],
    [`DefaultEndpointsProtocol=http;AccountName=contoso;AccountKey=${key}`, 'https'],
    [
      `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key};EndpointSuffix=evil.example`,
      'EndpointSuffix',
    ],
  ])('refuses %j without repeating it', (text, word) => {
    const answer = readTableConnection(text);

    expect(answer).toMatchObject({ kind: 'broken', problem: expect.stringContaining(word) });
    expect(JSON.stringify(answer)).not.toContain(key);
    expect(JSON.stringify(answer)).not.toContain('evil');
  });
});
