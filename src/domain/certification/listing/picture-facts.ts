import type { ImageRole } from '../../offer/model';

/** What the first bytes say a file is. */
export type PictureFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg' | 'html' | 'unknown';

/** A file as its bytes show it, whatever its name says. */
export type PictureFacts = {
  readonly format: PictureFormat;
  /** In pixels, as it is shown: a photo's note of how the camera was held is heeded. Null when it cannot be told. */
  readonly size: PictureSize | null;
  /** Whether the file goes on to its own end; a broken upload does not. */
  readonly isWhole: boolean;
};

export type PictureSize = { readonly width: number; readonly height: number };

/** A picture of a listing that could be had. `pointer` (RFC 6901) is where its address stands in the document. */
export type ListedPicture = {
  readonly role: ImageRole;
  readonly pointer: string;
  readonly picture: PictureFacts;
};

export type ListedPictures = { readonly pictures: readonly ListedPicture[] };

export const hasPictures = ({ pictures }: ListedPictures): boolean => pictures.length > 0;
