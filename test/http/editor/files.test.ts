import { fakeUploads } from '../../fakes/fake-uploads';
import { draftOf, etagOf, market, sendForm, withDraft } from '../../support/editor';
import { publishableOffer } from '../../support/publishable-offer';
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
