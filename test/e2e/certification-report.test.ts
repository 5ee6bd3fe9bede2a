import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificationReport } from '../../src/domain/certification/report/report-schema';
import { sampleApplication, sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { atSignOff, hasEnded } from '../support/course';
import { openRealSystem } from '../support/real-system';
import { emptyFolder, runOffer } from '../support/run-offer';
import { inWorkshop } from '../support/workshop';

const offer = sampleApplicationKey;
const name = `${offer.publisherId}/${offer.offerId}`;

it(
  'certifies a real publication with a report that verifies offline, and finds it again',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      const folder = emptyFolder();
      const cli = (...argv: readonly string[]) =>
        runOffer(argv, { OFFER_API: api.url, OFFER_TOKEN: system.keys.apiToken }, { workFolder: folder });
      writeFileSync(join(folder, 'site.zip'), samplePackage());
      const uploaded = await cli('upload', 'package', 'site.zip', '--publisher', offer.publisherId, '--json');
      const { url: packageUrl } = JSON.parse(uploaded.stdout) as { readonly url: string };
      const draft = sampleApplication({ packageUrl, ...system.files.urls });
      writeFileSync(join(folder, 'offer.json'), JSON.stringify(draft));
      expect((await cli('put', 'offer.json')).exitCode).toBe(0);

      const publish = async (): Promise<string> => {
        const { stdout } = await cli('publish', name, '--email', 'ann@contoso.com', '--json');
        const { publicationId } = JSON.parse(stdout) as { readonly publicationId: string };
        await system.untilLogged(publicationId, (status) => atSignOff(status) || hasEnded(status));
        return publicationId;
      };
      const verified = async (publicationId: string): Promise<CertificationReport> => {
        const { stdout } = await cli('report', name, '--publication', publicationId);
        expect(stdout).not.toContain(new URL(packageUrl).searchParams.get('sig'));
        writeFileSync(join(folder, 'report.json'), stdout);
        writeFileSync(join(folder, 'keys.json'), await (await fetch(`${api.url}/keys`)).text());
        const argv = ['verify', 'report.json', '--key', 'keys.json', '--json'];
        const told = await runOffer(argv, {}, { workFolder: folder });
        expect(told).toMatchObject({ exitCode: 0 });
        return (JSON.parse(told.stdout) as { readonly report: CertificationReport }).report;
      };

      const first = await publish();
      const report = await verified(first);
      const status = JSON.parse((await cli('status', name, '--json')).stdout) as object;
      await cli('cancel', name);
      await system.untilLogged(first, hasEnded);
      // Until its mails are sent the run is there, and a publish would be the same one.
      await system.client.result(offer);
      const second = await publish();
      const found = await verified(second);

      expect(report).toMatchObject({ ...offer, publicationId: first, verdict: 'passed', exceptions: [] });
      expect(report.inputs.map(({ name: input, role }) => [input, role])).toEqual([
        ['offer', 'offerDocument'],
        ['standard/1.0.0/package', 'package'],
      ]);
      const results = new Set(report.inputs.flatMap(({ tests }) => tests.map(({ result }) => result)));
      expect([results.has('pass'), results.has('fail')]).toEqual([true, false]);
      expect(status).toMatchObject({ certification: { verdict: 'passed', validUntil: report.validUntil } });
      const [before, after] = [report, found].map(({ inputs }) => inputs[1]);
      expect(found.publicationId).toBe(second);
      expect(after).toMatchObject({ sha256: before?.sha256, validUntil: before?.validUntil });
      expect(Date.parse(found.at)).toBeGreaterThan(Date.parse(after?.judgedAt ?? ''));
    }),
  900_000,
);
