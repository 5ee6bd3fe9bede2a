import type { Finding } from '../certification/finding';
import type { OfferImage } from '../offer/model';

/** The picture's URL did not lead to it. */
export function pictureUnavailable({ role, pointer }: OfferImage, detail: string): Finding {
  return {
    ruleId: 'package.picture-unavailable',
    severity: 'error',
    params: { picture: role, detail },
    target: { pointer },
    actual: detail,
  };
}

/** What the URL led to is no picture that can be shown. */
export function pictureUnusable({ role, pointer }: OfferImage, detail: string): Finding {
  return {
    ruleId: 'package.picture-unusable',
    severity: 'error',
    params: { picture: role, detail },
    target: { pointer },
    expected: 'PNG, JPEG, GIF or WebP',
    actual: detail,
  };
}

export function htmlTooLong(pointer: string, bytes: number): Finding {
  return {
    ruleId: 'package.html-too-long',
    severity: 'error',
    params: { bytes },
    target: { pointer },
    expected: '65536',
    actual: String(bytes),
  };
}
