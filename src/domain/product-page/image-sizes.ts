import type { ImageRole, LogoRole } from '../offer/model';

export type ImageSize = { readonly width: number; readonly height: number };

/** The size a picture has on the product page, in pixels: what the Cloud Partner Portal asks for. */
export function imageSizeOf(role: ImageRole): ImageSize {
  return isLogo(role) ? logoSizes[role] : screenshotSize;
}

const logoSizes: Readonly<Record<LogoRole, ImageSize>> = {
  smallLogo: { width: 40, height: 40 },
  mediumLogo: { width: 90, height: 90 },
  largeLogo: { width: 115, height: 115 },
  wideLogo: { width: 255, height: 115 },
  heroLogo: { width: 815, height: 290 },
};

const screenshotSize: ImageSize = { width: 533, height: 324 };

function isLogo(role: ImageRole): role is LogoRole {
  return Object.hasOwn(logoSizes, role);
}
