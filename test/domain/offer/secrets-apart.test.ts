import fc from 'fast-check';
import type { OfferDocument } from '../../../src/domain/offer/document';
import {
  isMasked,
  joinSecrets,
  keepMasked,
  mask,
  maskSecrets,
  splitSecrets,
} from '../../../src/domain/offer/secrets';
import { blob, connection, documentWith, mintFrom, sas } from './secret-samples';

const plan = (planId: string, url: string): Record<string, unknown> => ({
  planId,
  'microsoft-azure-virtualmachines.vmImages': {
    '1.0.0': { osVhdUrl: url, lunVhdDetails: [{ lun: 0, vhdUrl: `${url}&disk=0` }] },
  },
});

const leads = {
  'microsoft-azure-marketplace.tableLeadConfiguration': { storageAccountConnectionString: connection },
};

describe('splitting and joining', () => {
  it('shows the URL up to its query, and only an id after it', () => {
    const { document, secrets } = splitSecrets(documentWith({ osVhdUrl: `${blob}?${sas}` }), mintFrom());

    expect(document).toEqual(documentWith({ osVhdUrl: `${blob}?{secret:id-1}` }));
    expect(secrets).toEqual([{ id: 'id-1', value: sas }]);
  });

  it('gives back exactly what came in, without any secret in the stored form, whatever the document', () => {
    const secretField = fc.constantFrom(
      'osVhdUrl',
      'storageAccountConnectionString',
      'x.crmLeadConfiguration',
      'microsoft-azure-virtualmachines.vmImages',
      'password',
      'logo',
      '__proto__',
    );
    const secretText = fc.constantFrom(`${blob}?${sas}`, connection, sas, 'https://a:b@h/?sig=CANARY');
    const anything = fc.dictionary(
      fc.oneof(secretField, fc.string()),
      fc.oneof(secretText, fc.jsonValue() as fc.Arbitrary<unknown>, fc.array(secretText)),
    );

    fc.assert(
      fc.property(anything, (fields) => {
        const original = JSON.parse(JSON.stringify(documentWith(fields))) as OfferDocument;
        const { document, secrets } = splitSecrets(original, mintFrom());
        const values = new Map(secrets.map(({ id, value }) => [id, value]));

        expect(JSON.stringify(document)).not.toContain('CANARY');
        expect(joinSecrets(document, (id) => values.get(id))).toEqual(original);
        expect(JSON.stringify(maskSecrets(document))).not.toMatch(/CANARY|\{secret:/);
        expect(maskSecrets(document)).toEqual(maskSecrets(original));
      }),
    );
  });

  it('leaves placeholders and masks as they are when split again', () => {
    const { document } = splitSecrets(documentWith({ ...leads, osVhdUrl: `${blob}?${mask}` }), mintFrom());

    expect(splitSecrets(document, mintFrom())).toEqual({ document, secrets: [] });
  });

  it('keeps a placeholder nobody knows, so that validation can name it', () => {
    const document = documentWith({ osVhdUrl: `${blob}?{secret:gone}` });

    const joined = joinSecrets(document, () => undefined);

    expect(joined).toEqual(document);
    expect(isMasked(`${blob}?{secret:gone}`)).toBe(true);
  });

  it('lets the minter derive ids from values, so that equal documents are stored equal', () => {
    const byValue = (value: string): string => `v${value.length}`;
    const document = documentWith({ osVhdUrl: `${blob}?${sas}`, other: { osVhdUrl: `${blob}?${sas}` } });

    const once = splitSecrets(document, byValue);

    expect(once).toEqual(splitSecrets(document, byValue));
    expect(once.secrets).toHaveLength(1);
  });

  it('survives a hostile depth without keeping what it did not look at', () => {
    let deep: unknown = connection;
    for (let level = 0; level < 50_000; level += 1) deep = { deep };

    const { document } = splitSecrets(documentWith({ deep }), mintFrom());

    expect(JSON.stringify(document)).not.toContain('CANARY');
  });
});

describe('a masked document that comes back', () => {
  const original = documentWith(leads, [plan('one', `${blob}?${sas}`), plan('two', `${blob}?${sas}2`)]);
  const stored = splitSecrets(original, mintFrom()).document;

  it.each([
    ['stored', stored],
    ['revealed', original],
  ])('keeps every value of the %s form', (_form, known) => {
    expect(keepMasked(maskSecrets(stored), known)).toEqual(known);
  });

  it('still knows a plan by its id after another one was removed', () => {
    const masked = maskSecrets(original);
    const definition = masked['definition'] as { offer: unknown; plans: unknown[] };
    const withoutFirst = { ...masked, definition: { ...definition, plans: definition.plans.slice(1) } };

    const kept = keepMasked(withoutFirst, original);

    expect(kept).toEqual(documentWith(leads, [plan('two', `${blob}?${sas}2`)]));
  });

  it('takes a new value over the stored one', () => {
    const changed = documentWith({ osVhdUrl: `${blob}?sig=NEW` });

    expect(keepMasked(changed, documentWith({ osVhdUrl: `${blob}?${sas}` }))).toEqual(changed);
  });

  it('reuses the query of the same URL in a new place', () => {
    const moved = documentWith({ copy: { osVhdUrl: `${blob}?${mask}` } });

    expect(keepMasked(moved, documentWith({ osVhdUrl: `${blob}?${sas}` }))).toEqual(
      documentWith({ copy: { osVhdUrl: `${blob}?${sas}` } }),
    );
  });

  it.each([
    ['another host', { osVhdUrl: `https://evil.example/vhds/web.vhd?${mask}` }],
    ['another field', { 'x.crmLeadConfiguration': { password: mask } }],
  ])('never hands a secret to %s', (_name, fields) => {
    const redirected = documentWith(fields);
    const known = documentWith({ osVhdUrl: `${blob}?${sas}`, ...leads });

    expect(keepMasked(redirected, known)).toEqual(redirected);
  });
});
