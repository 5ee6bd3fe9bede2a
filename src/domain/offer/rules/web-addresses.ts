import type { Finding } from '../../certification/finding';
import { readTableConnection } from '../../lead/table-connection';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { imagesOf, marketplaceKey, offerFieldsOf, offerPath, packagesOf, plansOf } from '../parts';
import { asArray, asObject, type Path } from '../walk';
import type { OfferRule } from './rule';

/** Every URL that our own servers will call is https and leads into the public internet, or is trusted. */
export const webAddresses: OfferRule = ({ document, trustedOrigins }) =>
  calledUrls(document).flatMap(({ url, path }): readonly Finding[] => {
    const ruleId = problemOfCalledUrl(url, trustedOrigins);
    return ruleId === undefined ? [] : [offerFinding({ ruleId, path, document })];
  });

type CalledUrl = { readonly url: string; readonly path: Path };

function calledUrls(document: OfferDocument): readonly CalledUrl[] {
  return [...diskUrls(document), ...packageUrls(document), ...pictureUrls(document), ...leadUrls(document)];
}

function diskUrls(document: OfferDocument): readonly CalledUrl[] {
  return plansOf(document)
    .flatMap(imagesOf)
    .flatMap(({ fields, path }) => [
      ...urlAt(fields['osVhdUrl'], [...path, 'osVhdUrl']),
      ...asArray(fields['lunVhdDetails']).flatMap((disk, index) =>
        urlAt(asObject(disk)?.['vhdUrl'], [...path, 'lunVhdDetails', index, 'vhdUrl']),
      ),
    ]);
}

function packageUrls(document: OfferDocument): readonly CalledUrl[] {
  return plansOf(document)
    .flatMap(packagesOf)
    .flatMap(({ fields, path }) =>
      urlAt(asObject(fields['packageVersion'])?.['packageFile'], [...path, 'packageVersion', 'packageFile']),
    );
}

const logos = ['smallLogo', 'mediumLogo', 'largeLogo', 'wideLogo', 'heroLogo'];

function pictureUrls(document: OfferDocument): readonly CalledUrl[] {
  const fields = offerFieldsOf(document);
  const shotsKey = marketplaceKey('screenshots');
  const shots = asArray(fields[shotsKey]).flatMap((shot, index) => [
    ...urlAt(shot, [...offerPath, shotsKey, index]),
    ...urlAt(asObject(shot)?.['url'], [...offerPath, shotsKey, index, 'url']),
  ]);
  const keys = logos.map(marketplaceKey);
  return [...keys.flatMap((key) => urlAt(fields[key], [...offerPath, key])), ...shots];
}

/** Only of the destination in use: an unused configuration calls nobody. */
function leadUrls(document: OfferDocument): readonly CalledUrl[] {
  const fields = offerFieldsOf(document);
  const named = fields[marketplaceKey('leadDestination')];
  const destination = typeof named === 'string' ? named.trim() : '';
  if (/^httpsendpoint$/i.test(destination)) {
    const key = marketplaceKey('httpsEndpointLeadConfiguration');
    return urlAt(asObject(fields[key])?.['httpsEndpointUrl'], [...offerPath, key, 'httpsEndpointUrl']);
  }
  if (!/^(azure)?table$/i.test(destination)) return [];
  const key = marketplaceKey('tableLeadConfiguration');
  const text = asObject(fields[key])?.['storageAccountConnectionString'];
  const connection = readTableConnection(typeof text === 'string' ? text.trim() : '');
  if (connection.kind === 'broken') return [];
  return urlAt(connection.connection.endpoint, [...offerPath, key, 'storageAccountConnectionString']);
}

function urlAt(value: unknown, path: Path): readonly CalledUrl[] {
  return typeof value === 'string' && URL.canParse(value) ? [{ url: value, path }] : [];
}

/** The rule that a URL which our own servers will call breaks, as far as the URL alone tells. */
export function problemOfCalledUrl(text: string, trustedOrigins: readonly string[]): string | undefined {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'offer.url-has-credentials';
  if (trustedOrigins.includes(url.origin)) return undefined;
  if (url.protocol !== 'https:') return 'offer.url-not-https';
  return isPublicName(url.hostname) ? undefined : 'offer.url-not-public';
}

/** What the name alone can tell; the address behind it is checked when it is called. */
function isPublicName(host: string): boolean {
  const isAddress = host.startsWith('[') || /^[\d.]+$/.test(host);
  return (
    !isAddress && host.includes('.') && !/(?:^|\.)(localhost|local|internal|lan|home|arpa)\.?$/i.test(host)
  );
}
