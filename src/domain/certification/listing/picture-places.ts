import type { OfferDocument } from '../../offer/document';
import type { ImageRole, LogoRole } from '../../offer/model';
import { fieldNameOf, offerFieldsOf, offerPath } from '../../offer/parts';
import { pointerOf } from '../../offer/pointer';
import { asArray, asObject, type Path } from '../../offer/walk';

/** Where a picture of the listing is said to be. */
export type PicturePlace = { readonly role: ImageRole; readonly pointer: string; readonly url: string };

/** Of every picture whose field is a web address, whatever else is wrong with the document. */
export function picturePlaces(document: OfferDocument): readonly PicturePlace[] {
  return Object.entries(offerFieldsOf(document)).flatMap(([key, value]) => {
    const field = fieldNameOf(key);
    const path = [...offerPath, key];
    if (isLogo(field)) return placeAt(field, value, path);
    return field === 'screenshots' ? screenshotsOf(value, path) : [];
  });
}

function screenshotsOf(value: unknown, path: Path): readonly PicturePlace[] {
  return asArray(value).flatMap((shot, index) => [
    ...placeAt(`screenshot-${index + 1}`, shot, [...path, index]),
    ...placeAt(`screenshot-${index + 1}`, asObject(shot)?.['url'], [...path, index, 'url']),
  ]);
}

function placeAt(role: ImageRole, url: unknown, path: Path): readonly PicturePlace[] {
  return typeof url === 'string' && URL.canParse(url) ? [{ role, pointer: pointerOf(path), url }] : [];
}

const logos: readonly string[] = [
  'smallLogo',
  'mediumLogo',
  'largeLogo',
  'wideLogo',
  'heroLogo',
] satisfies readonly LogoRole[];

const isLogo = (field: string): field is LogoRole => logos.includes(field);
