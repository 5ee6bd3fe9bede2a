import { listedOffer } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { signedReport } from '../../support/signed-report';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const reportUrl = `${offerPath}/operations/${publicationId}/certification-report`;
const signed = signedReport();

async function certified(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt('signOff'));
  test.catalogue.signedReports.set(publicationId, signed.record);
  test.staging.blobs.set(`reports/${signed.record.digest}`, Buffer.from(signed.text));
  return test;
}

describe('the certification report of a publication', () => {
  it('is the envelope byte by byte, for whoever may read the publication', async () => {
    const test = await certified();
    const reader = await tokenFor(test, 'Reviewer');

    const answer = await test.app.request(reportUrl, { headers: bearing(reader) });

    expect(await answer.text()).toBe(signed.text);
    expect(answer.headers.get('content-type')).toBe('application/vnd.dsse.envelope.v1+json');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="contoso-linux-vm-1-certification.json"',
    );
  });

  it('is found by any operation of the publication', async () => {
    const { api, catalogue } = await certified();
    const operation = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, actor: 'api' } as const;
    await catalogue.operations.create({ ...operation, kind: 'goLive', operationId: 'c0ffee' });

    const answer = await api('GET', `${offerPath}/operations/C0FFEE/certification-report`);

    expect(answer.status).toBe(200);
  });

  it.each([
    ['another publisher’s', (url: string) => url.replace('contoso', 'fabrikam'), 403],
    ['another offer’s', (url: string) => url.replace('linux-vm', 'other'), 404],
    ['nobody’s', (url: string) => url.replace(publicationId, 'nothing'), 404],
  ])('is not shown as %s', async (_whose, changed, status) => {
    const test = await certified();
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.app.request(changed(reportUrl), { headers: bearing(owner) });

    expect(answer.status).toBe(status);
  });

  it('is linked, with what somebody let pass, where the publication is shown', async () => {
    const { api, browse } = await certified();

    const page = await (await browse(`${pagePath}/status`)).text();
    const { certification } = (await (await api('GET', `${offerPath}/publication`)).json()) as {
      readonly certification: unknown;
    };

    expect(page).toContain(`<a href="${reportUrl}" download="">Certification report</a>`);
    expect(page).toMatch(
      /vm\.guest\.bash-history<\/code> Excepted until .*: The vendor mends it in May\. \(rita@\*\)/,
    );
    expect(certification).toMatchObject({
      digest: signed.record.digest,
      verdict: 'passed',
      report: reportUrl,
      exceptions: [{ ruleId: 'vm.guest.bash-history', approver: 'rita@*' }],
    });
  });

  it('is not promised before there is one', async () => {
    const { api, browse, catalogue } = await certified();
    catalogue.signedReports.clear();

    const page = await (await browse(`${pagePath}/status`)).text();
    const answer = await (await api('GET', `${offerPath}/publication`)).json();

    expect(page).not.toContain('certification-report');
    expect(answer).toMatchObject({ certification: null });
  });
});
