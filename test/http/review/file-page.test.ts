import { zipOf } from '../../../src/cli/upload/zip';
import { inReview } from '../../support/in-review';
import { pagePath } from '../../support/test-app';

const review = `${pagePath}/review`;
const file = 'basic/mainTemplate.json';

describe('a file of the package', () => {
  const path = `${review}/file?name=${encodeURIComponent(file)}`;

  it('is shown as text with line numbers, each leading to the form for a comment on it', async () => {
    const test = await inReview();

    const page = await (await test.browse(`${path}&line=3`)).text();

    expect(page).toContain('&quot;adminPassword&quot;: &quot;&lt;b&gt;changeme&lt;/b&gt;&quot;');
    expect(page).toContain('id="L5"');
    expect(page).toMatch(/name=basic%2FmainTemplate\.json&amp;line=2#L2/);
    expect(page).toContain('Your comment on basic/mainTemplate.json:3');
  });

  it('marks the lines that the version approved last does not have, and strikes out what is gone', async () => {
    const test = await inReview();
    const { catalogue, staging } = test;
    const content = Buffer.from('{\n  "gone": 1,\n  "resources": [],\n}\n');
    const before = zipOf([{ path: 'mainTemplate.json', content }]);
    staging.blobs.set('approved-zip', before);
    const files = [{ path: 'mainTemplate.json', bytes: content.length, digest: 'approved' }];
    const approved = {
      artefactId: 'basic/0.9.0/package',
      digest: 'approved-zip',
      bytes: before.length,
      files,
    };
    const { reviews } = catalogue;
    reviews.livePackages = { version: 9, packages: [approved] };
    reviews.rows.splice(
      0,
      1,
      ...reviews.rows.flatMap((row) => [
        { ...row, publicationId: 'earlier', offerVersion: 9, decision: 'approve' as const },
        { ...row, offerVersion: 10 },
      ]),
    );

    const page = await (await test.browse(path)).text();

    expect(page).toContain('Lines changed since the version compared with: 1.');
    expect(page.match(/<ins [^>]*>[^<]*/g)).toEqual([expect.stringContaining('adminPassword')]);
    expect(page).toContain('Lines removed since the version compared with: 1.');
    expect(page.match(/<del [^>]*>[^<]*/g)).toEqual([expect.stringContaining('gone')]);
  });

  it('of an older package that was never approved is listed and shown, too', async () => {
    const test = await inReview();
    const { reviews } = test.catalogue;
    const content = Buffer.from('{ "older": true }');
    const zip = zipOf([{ path: 'mainTemplate.json', content }]);
    test.staging.blobs.set('older-zip', zip);
    const files = [{ path: 'mainTemplate.json', bytes: content.length, digest: 'older' }];
    const older = { artefactId: 'basic/0.9.0/package', digest: 'older-zip', bytes: zip.length, files };
    reviews.packages = [older, ...reviews.packages];
    const name = 'basic@0.9.0/mainTemplate.json';

    const list = await (await test.browse(review)).text();
    const page = await (await test.browse(`${review}/file?name=${encodeURIComponent(name)}`)).text();

    expect(list).toContain(name);
    expect(page).toContain('&quot;older&quot;: true');
  });

  it('that is no text is named by its digest', async () => {
    const test = await inReview();

    const page = await (await test.browse(`${review}/file?name=basic%2Flogo.bin`)).text();

    expect(page).toContain('This file is not text.');
    expect(page).not.toContain('code-lines');
  });

  it.each(['basic/../mainTemplate.json', 'mainTemplate.json', ''])('is not found as %j', async (name) => {
    const test = await inReview();

    const answer = await test.browse(`${review}/file?name=${encodeURIComponent(name)}`);

    expect(answer.status).toBe(404);
  });
});
