import type { PublicationStatus } from '../src/domain/publication/status';
import type { RealSystem } from '../test/support/real-system';

/** Goes live as a client of the API does; answers where the offer's status is read from then on. */
export async function goLiveOverApi(
  { offer, keys }: RealSystem,
  api: string,
): Promise<{ readonly status: () => Promise<PublicationStatus> }> {
  const address = `${api}/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;
  const headers = { authorization: `Bearer ${keys.apiToken}` };
  const answer = await fetch(`${address}/golive`, { method: 'POST', headers });
  if (answer.status !== 202) throw new Error(`Go live was answered ${answer.status}: ${await answer.text()}`);
  return {
    status: async () => (await (await fetch(`${address}/status`, { headers })).json()) as PublicationStatus,
  };
}
