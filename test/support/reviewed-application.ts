import { filesBelow } from '../../src/cli/upload/folder-files';
import { zipOf } from '../../src/cli/upload/zip';
import { sampleApplication, sampleApplicationKey as offer } from '../../src/local/sample/application/offer';
import { samplePackageFolder } from '../../src/local/sample/application/package';
import { insistingCaller } from './api-caller';
import { atSignOff, goLive, hasEnded } from './course';
import type { RealSystem } from './real-system';

/** The sample package with another description of itself, as reviewers asked for. */
export const mendedPackage = (): Buffer =>
  zipOf(
    filesBelow(samplePackageFolder).map(({ path, content }) =>
      path === 'mainTemplate.json'
        ? {
            path,
            content: Buffer.from(
              content.toString().replace('A storage account that serves', 'Storage that serves'),
            ),
          }
        : { path, content },
    ),
  );

/** Uploads the package, publishes the sample application with it and signs off: reviewers come next. Its id. */
export async function publishForReview(system: RealSystem, url: string, content: Buffer): Promise<string> {
  const send = insistingCaller(url, system.keys.apiToken);
  const stored = await send(
    'PUT',
    `/api/publishers/${offer.publisherId}/uploads/package/web-site.zip`,
    content,
  );
  const draft = sampleApplication({ packageUrl: String(stored['url']), ...system.files.urls });
  const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;
  await send('PUT', path, draft);
  const metadata = { 'notification-emails': system.emails.join(',') };
  const { publicationId } = await send('POST', `${path}/publish`, { metadata });
  await system.untilLogged(String(publicationId), (status) => atSignOff(status) || hasEnded(status));
  await goLive(system, offer);
  return String(publicationId);
}
