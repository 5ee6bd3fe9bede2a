import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(__dirname, '../../docs/images');

/** `IMAGES=1`: the pictures of the documents are taken anew, from the journey that the tests make anyway. */
const isWanted = process.env['IMAGES'] === '1';

export async function docImage(
  page: Page,
  name: string,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  if (isWanted) await page.screenshot({ ...options, path: join(folder, `${name}.png`) });
}
