import { control } from '../activity-proxies';
import { patience, type Stage, waitedFor } from './stage';

export const openPreview: Stage = async (run, step) => {
  const { links } = await control.openPreview.executeWithOptions(
    {
      ...patience(step),
      ...waitedFor(run),
      activityId: 'open-preview',
      summary: 'Show the package in the preview slot',
    },
    [{ ...run.ref, packageDigest: run.work.packageDigest }],
  );
  run.stopIfCanceled();
  run.emit([{ kind: 'previewOpened', links }]);
  run.say('preview.open');
  run.mailbox.send('previewReady', step.id);
  return undefined;
};
