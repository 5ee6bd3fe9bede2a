import fc from 'fast-check';
import {
  isMasked,
  joinSecrets,
  keepMasked,
  mask,
  maskSecrets,
  splitSecrets,
} from '../../../src/domain/offer/secrets';
import { growth } from '../../support/growth';
import { blob, connection, documentWith, mintFrom, sas } from './secret-samples';

describe('what counts as a secret', () => {
  it.each([
    ['osVhdUrl', { osVhdUrl: `${blob}?${sas}` }, `${blob}?`],
    ['a data disk', { lunVhdDetails: [{ lun: 0, vhdUrl: `${blob}?${sas}` }] }, `${blob}?`],
    [
      'a lead endpoint',
      { 'x.httpsEndpointLeadConfiguration': { url: 'https://c.example/?code=CANARY' } },
      'https://c.example/?',
    ],
    ['a connection string', { storageAccountConnectionString: connection }, ''],
    ['a connection string elsewhere', { note: connection }, ''],
    ['a CRM password', { 'x.crmLeadConfiguration': { password: 'CANARY' } }, ''],
    ['a CRM application key', { 'x.crmLeadConfiguration': { applicationKey: 'CANARY' } }, ''],
    ['anything below a secret field', { password: { value: ['CANARY'] } }, ''],
    ['a signed logo URL', { largeLogo: `https://h.example/l.png?${sas}` }, 'https://h.example/l.png?'],
    [
      'an S3 signature',
      { logo: 'https://h.example/l.png?X-Amz-Signature=CANARY' },
      'https://h.example/l.png?',
    ],
    ['a URL with user and password', { osVhdUrl: 'https://user:CANARY@h.example/x.vhd' }, ''],
    ['a logo URL with user and password', { logo: 'https://user:CANARY@h.example/l.png' }, ''],
    ['a disk URL without scheme', { osVhdUrl: '//h.example/x.vhd?code=CANARY' }, ''],
    ['a disk URL after a blank', { osVhdUrl: ' https://h.example/x.vhd?code=CANARY' }, ''],
    ['a bare token', { osVhdUrl: sas }, ''],
  ])('%s', (_name, fields, visible) => {
    const { document, secrets } = splitSecrets(documentWith(fields), mintFrom());

    expect(JSON.stringify(document)).not.toContain('CANARY');
    expect(JSON.stringify(document)).toContain(`"${visible}{secret:id-1}"`);
    expect(secrets).toHaveLength(1);
  });

  it.each([
    ['a link with a query', { usefulLinks: [{ linkUrl: 'https://contoso.example/docs?page=2' }] }],
    ['running text about signatures', { description: 'Add ?sig=abc to the URL.' }],
    ['a disk URL without query', { osVhdUrl: blob }],
    ['a disk URL with an empty query', { osVhdUrl: `${blob}?` }],
    ['a question in an image', { 'x.vmImages': { '1.0.0': { description: 'What is new?' } } }],
    ['an empty field', { osVhdUrl: '', password: '' }],
  ])('%s stays readable', (_name, fields) => {
    const document = documentWith(fields);

    expect(splitSecrets(document, mintFrom())).toEqual({ document, secrets: [] });
  });
});

describe('a secret inside a text', () => {
  const logo = `${blob}?${sas}`;

  it.each([
    ['a blank after it', `${logo} `, `${blob}?${mask} `],
    ['blanks before it', `  ${logo}`, `  ${blob}?${mask}`],
    ['a line break after it', `${logo}\n`, `${blob}?${mask}\n`],
    ['a blank within it', `${blob}?spr=https, http&sig=CANARY%3D`, `${blob}?spr=https, http&sig=${mask}`],
    ['two in one text', `Old: ${logo}, new: ${logo}2.`, `Old: ${blob}?${mask} new: ${blob}?${mask}`],
    ['HTML', `<a href="${logo.replaceAll('&', '&amp;')}">disk</a>`, `<a href="${blob}?${mask}">disk</a>`],
    ['capitals', `see ${blob}?SV=1&SIG=CANARY`, `see ${blob}?${mask}`],
    ['a percent-encoded name', `see ${blob}?sv=1&s%69%67=CANARY`, `see ${blob}?${mask}`],
    [
      'a URL in a URL',
      `see x?u=${encodeURIComponent(logo)}`,
      `see x?u=${encodeURIComponent(`${blob}?sv=2019&sr=c&sp=rl&sig=`)}${mask}`,
    ],
    ['a name in entities', `a &#115;ig&#x3d;CANARY`, `a &#115;ig&#x3d;${mask}`],
    ['an account key', 'Key: AccountName=a;AccountKey=CANARY== ', `Key: AccountName=a;AccountKey=${mask} `],
    ['a connection by signature', 'x SharedAccessSignature=CANARY', `x SharedAccessSignature=${mask}`],
    [
      'user and password',
      'Log in at https://u:CANARY@h.example/x.',
      `Log in at https://${mask}@h.example/x.`,
    ],
  ])('is found with %s', (_name, text, shown) => {
    const original = documentWith({ smallLogo: text });

    const { document, secrets } = splitSecrets(original, mintFrom());

    const values = new Map(secrets.map(({ id, value }) => [id, value]));
    expect(JSON.stringify(document)).not.toContain('CANARY');
    expect(maskSecrets(document)).toEqual(documentWith({ smallLogo: shown }));
    expect(maskSecrets(original)).toEqual(maskSecrets(document));
    expect(isMasked(shown)).toBe(true);
    expect(joinSecrets(document, (id) => values.get(id))).toEqual(original);
    expect(keepMasked(maskSecrets(document), document)).toEqual(document);
    expect(keepMasked(maskSecrets(document), original)).toEqual(original);
    expect(splitSecrets(documentWith({ smallLogo: shown }), mintFrom()).secrets).toEqual([]);
  });

  it('never comes back, and is never lost, whatever is put around its URL', () => {
    const around = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '?',
            '&',
            ' ',
            '\n',
            '"',
            '<',
            '@',
            '#',
            '://',
            'https://',
            mask,
            '{secret:x}',
            'sig=',
            logo,
          ),
        )
        .map((parts) => parts.join('')),
    );
    const shape = fc.constantFrom<(url: string) => string>(
      (url) => url,
      (url) => url.replace('sig=', 'Sig='),
      (url) => url.replace('sig=', 's%69g='),
      (url) => url.replace('&sig=', ' &sig='),
      (url) => url.replaceAll('&', '&amp;'),
      encodeURIComponent,
    );
    const field = fc.constantFrom(
      'description',
      'smallLogo',
      'osVhdUrl',
      'x.vmImages',
      'x.httpsEndpointLeadConfiguration',
    );

    fc.assert(
      fc.property(around, shape, around, field, (before, shaped, behind, name) => {
        const original = documentWith({ [name]: `${before}${shaped(logo)}${behind}` });

        const { document, secrets } = splitSecrets(original, mintFrom());
        const masked = maskSecrets(document);
        const kept = keepMasked(masked, document);

        const values = new Map(secrets.map(({ id, value }) => [id, value]));
        expect(JSON.stringify([document, masked, maskSecrets(original)])).not.toContain('CANARY');
        expect(joinSecrets(kept, (id) => values.get(id))).toEqual(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps its value when the blank beside its URL is taken away', () => {
    const stored = documentWith({ smallLogo: ` ${logo} ` });

    const kept = keepMasked(documentWith({ smallLogo: `${blob}?${mask}` }), stored);

    expect(kept).toEqual(documentWith({ smallLogo: logo }));
  });

  it.each([
    ['in the same text', `Old: https://evil.example/web.vhd?${mask}`],
    ['around its URL', `https://evil.example/"${blob}?${mask}`],
    ['after a blank within the URL', `https://evil.example/?spr=https, http&sig=${mask}`],
  ])('is never handed to another host %s', (_name, text) => {
    const stored = documentWith({ a: `Old: ${logo}`, b: logo, c: `${blob}?spr=https, http&sig=CANARY` });

    for (const place of ['a', 'b', 'c']) {
      const redirected = documentWith({ [place]: text });
      expect(keepMasked(redirected, stored)).toEqual(redirected);
    }
  });

  it('takes no more time than the text is long', () => {
    const parts = ['https://', '://a', 'https://a?', '%25', '&#0', 'sig=', '@'];
    const mask = (length: number): unknown =>
      maskSecrets(documentWith({ texts: parts.map((part) => part.repeat(length)) }));

    expect(growth(mask, 20_000)).toBeLessThan(8);
  });
});
