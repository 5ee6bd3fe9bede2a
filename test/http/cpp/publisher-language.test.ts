import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp } from '../../support/test-app';

const path = '/api/publishers/contoso/language';

describe('a publisher’s language', () => {
  it('is read and set', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, publishableOffer());

    const before = await api('GET', path);
    const set = await api('PUT', path, { language: 'es' });
    const after = await api('GET', path);

    expect(await before.json()).toEqual({ language: 'en' });
    expect(set.status).toBe(200);
    expect(await after.json()).toEqual({ language: 'es' });
  });

  it.each([{ language: 'tlh' }, { language: 7 }, {}, 'no JSON'])(
    'refuses %j and changes nothing',
    async (body) => {
      const { api, catalogue } = testApp();
      await api('PUT', offerPath, publishableOffer());

      const answer = await api('PUT', path, body);

      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { message: 'language must be one of en, es, ru, zh.' },
      });
      expect(catalogue.publishers.log).toEqual([]);
    },
  );

  it.each(['nobody', '-bad-'])('is not found for %s', async (publisher) => {
    const { api } = testApp();

    const answers = await Promise.all([
      api('GET', `/api/publishers/${publisher}/language`),
      api('PUT', `/api/publishers/${publisher}/language`, { language: 'es' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('is nobody’s business without the token', async () => {
    const { app } = testApp();

    expect((await app.request(path)).status).toBe(401);
  });
});
