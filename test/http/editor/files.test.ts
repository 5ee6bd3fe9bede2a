import { setImmediate } from 'node:timers/promises';
import { limitUploads } from '../../../src/http/uploads/limited-uploads';
import type { Uploads } from '../../../src/services/ports';
import { fakeUploads } from '../../fakes/fake-uploads';
import { draftOf, etagOf, market, sendForm, withDraft } from '../../support/editor';
import { gate } from '../../support/gate';
import { publishableOffer } from '../../support/publishable-offer';
import { until } from '../../support/until';
import { valueAt } from '../../../src/domain/offer/pointer';

it('takes files along with the form, and saves the rest when one of them is refused', async () => {
  const uploads = fakeUploads();
  const test = await withDraft(publishableOffer(), { uploads });
  const vhd = '/definition/plans/0/microsoft-azure-virtualmachines.vmImages/1.0.0/osVhdUrl';
  const form = new FormData();
  form.append('etag', etagOf(test));
  form.append(vhd, 'typed, but the file counts');
  form.append(`file:disk:${vhd}`, new File(['disk'.repeat(100_000)], 'My Disk (1).vhd'));
  form.append(`file:logo:${market('smallLogo')}`, new File(['<svg/>'], 'logo.png'));
  form.append(`file:logo:${market('mediumLogo')}`, new File([], ''));
  form.append(market('title'), 'Sent after the files');

  const answer = await sendForm(test, form);
  const html = await answer.text();

  expect(answer.status).toBe(422);
  expect(html).toContain('logo.png was not uploaded: it is no PNG or JPEG picture.');
  expect(uploads.stored.map(({ upload }) => [upload.kind, upload.name, upload.publisherId])).toEqual([
    ['disk', 'My-Disk-1.vhd', 'contoso'],
  ]);
  expect(valueAt(draftOf(test)?.draft, vhd)).toMatch(/^https:.*My-Disk-1-[0-9a-f]{16}\.vhd\?/);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Sent after the files');
  expect(valueAt(draftOf(test)?.draft, market('smallLogo'))).toBe('https://pictures.contoso.com/small.png');
});

it('saves the form although the storage for uploads is away', async () => {
  const uploads = { ...fakeUploads(), store: async () => Promise.reject(new Error('storage is away')) };
  const test = await withDraft(publishableOffer(), { uploads });
  const form = new FormData();
  form.append('etag', etagOf(test));
  form.append(`file:logo:${market('smallLogo')}`, new File(['x'.repeat(300_000)], 'logo.png'));
  form.append(market('title'), 'Kept');

  const answer = await sendForm(test, form);

  expect(await answer.text()).toContain('The upload failed.');
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Kept');
});

/** A picture as one part of a form. */
const part = (name: string): string =>
  `--x\r\nContent-Disposition: form-data; name="file:logo:${market(name)}"; filename="${name}.png"\r\n\r\npicture\r\n`;
const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };

it('takes every picture of one form, more than one may upload at once', async () => {
  const uploads = fakeUploads();
  const slow: Uploads['store'] = async (upload) => {
    await setImmediate();
    return uploads.store(upload);
  };
  const test = await withDraft(publishableOffer(), { uploads: limitUploads({ store: slow }) });
  const names = ['smallLogo', 'mediumLogo', 'largeLogo', 'wideLogo', 'heroLogo', 'videoThumbnail'];

  await sendForm(test, `${names.map(part).join('')}--x--\r\n`, multipart);

  expect(uploads.stored.map(({ upload }) => upload.name)).toEqual(names.map((name) => `${name}.png`));
});

/** Two pictures in pieces, as they come over the wire; the end of the second is missing. */
async function* torn(): AsyncGenerator<Uint8Array> {
  const sent = Buffer.from(`${part('smallLogo')}${part('mediumLogo')}`);
  const cut = part('smallLogo').length + 10;
  yield sent.subarray(0, cut);
  await setImmediate();
  yield sent.subarray(cut);
}

it('lets go the files that still wait when the form breaks off', async () => {
  const uploads = fakeUploads();
  const { opened, open } = gate();
  const slow: Uploads['store'] = async (upload) => {
    await opened;
    return uploads.store(upload);
  };
  const test = await withDraft(publishableOffer(), { uploads: { store: slow } });

  const answer = await sendForm(test, ReadableStream.from(torn()), multipart);
  open();

  expect(answer.status).toBe(413);
  await until('the first one is stored', () => uploads.stored.length > 0);
  await setImmediate();
  expect(uploads.stored.map(({ upload }) => upload.name)).toEqual(['smallLogo.png']);
});
