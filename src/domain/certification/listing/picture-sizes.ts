import type { ImageRole, LogoRole } from '../../offer/model';
import type { PictureSize } from './picture-facts';

/** Squares of any side between two, or one exact size. */
type Accepted = PictureSize | { readonly squareFrom: number; readonly squareTo: number };

/** The sizes of the Cloud Partner Portal first, then those of today's Partner Center: either will do. */
export function acceptedSizes(role: ImageRole): readonly Accepted[] {
  return isLogo(role) ? logos[role] : screenshots;
}

const logos: Readonly<Record<LogoRole, readonly Accepted[]>> = {
  smallLogo: [
    { width: 40, height: 40 },
    { width: 48, height: 48 },
  ],
  mediumLogo: [{ width: 90, height: 90 }],
  largeLogo: [
    { width: 115, height: 115 },
    { squareFrom: 216, squareTo: 350 },
  ],
  wideLogo: [{ width: 255, height: 115 }],
  heroLogo: [{ width: 815, height: 290 }],
};

const screenshots: readonly Accepted[] = [
  { width: 533, height: 324 },
  { width: 1280, height: 720 },
];

const isLogo = (role: ImageRole): role is LogoRole => Object.hasOwn(logos, role);

export function isAcceptedSize({ width, height }: PictureSize, role: ImageRole): boolean {
  return acceptedSizes(role).some((accepted) =>
    'squareFrom' in accepted
      ? width === height && width >= accepted.squareFrom && width <= accepted.squareTo
      : width === accepted.width && height === accepted.height,
  );
}

/** Within two hundredths: nobody sees the difference. */
export function isAcceptedRatio({ width, height }: PictureSize, role: ImageRole): boolean {
  return acceptedSizes(role).some((accepted) => {
    const ratio = 'squareFrom' in accepted ? 1 : accepted.width / accepted.height;
    return Math.abs(width / height / ratio - 1) <= 0.02;
  });
}

/** `40x40 | 48x48`, `216x216 - 350x350`. */
export function acceptedText(role: ImageRole): string {
  return acceptedSizes(role)
    .map((accepted) =>
      'squareFrom' in accepted
        ? `${accepted.squareFrom}x${accepted.squareFrom} - ${accepted.squareTo}x${accepted.squareTo}`
        : sizeText(accepted),
    )
    .join(' | ');
}

export const sizeText = ({ width, height }: PictureSize): string => `${width}x${height}`;
