import type { FC } from 'hono/jsx';
import type { Scenario } from '../../../domain/product-page/scenarios';
import { statusLabel } from '../../../domain/text/labels';
import { goLiveLines } from '../../../domain/text/publication/go-live-state';
import type { OfferRecord } from '../../../services/ports';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Sign, toneOfStatus } from '../badge';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { Actions } from '../status/actions';
import { PreviewLinks } from '../status/facts';
import type { PublicationView } from '../status/view';
import { Scenarios } from './scenarios';

type PublishView = {
  readonly offer: OfferRecord;
  readonly title: string;
  /** Undefined until it is pushed to staging for the first time. */
  readonly publication: PublicationView | undefined;
  readonly scenarios: readonly Scenario[];
};

type PublishProps = { readonly view: PublishView; readonly words: Words };

/** The Publish tab of the 2015 portal: from staging to production, by a request for approval. */
export const PublishPage: FC<PublishProps> = ({ view, words }) => {
  const { offer, publication, scenarios } = view;
  const title = words.say('publishing.of', { title: view.title });
  const isOpen = publication !== undefined && publication.status.endedAt === null;
  return (
    <Layout title={title} words={words} live={isOpen}>
      <OfferHead offer={offer} title={title} current="publish" words={words} />
      <p>{words.say('publishing.help')}</p>
      {publication === undefined ? (
        <div class="empty">
          <p>{words.say('publishing.notStaged')}</p>
          <a class="button main" href={offerPage(offer, 'walkthrough')}>
            {words.say('tab.walkthrough')}
          </a>
        </div>
      ) : (
        <div id="standing" data-live aria-live="polite">
          <Production publication={publication} words={words} />
        </div>
      )}
      {publication !== undefined && publication.previewLinks.length > 0 && (
        <section class="card" aria-labelledby="staging-title">
          <h2 id="staging-title">{words.say('publishing.inStaging')}</h2>
          <PreviewLinks publication={publication} words={words} />
        </section>
      )}
      <Scenarios scenarios={scenarios} title="publishing.scenarios" words={words} />
    </Layout>
  );
};

type ProductionProps = { readonly publication: PublicationView; readonly words: Words };

const Production: FC<ProductionProps> = ({ publication, words }) => {
  const { status } = publication;
  const tone = toneOfStatus(status);
  return (
    <section class={`standing ${tone}`} aria-labelledby="production-title">
      <h2 id="production-title">
        <Sign tone={tone} />
        {words.say('publishing.production')}: {statusLabel(status, words.language)}
      </h2>
      {goLiveLines(status, words.language).map((line) => (
        <p>{line}</p>
      ))}
      <Actions publication={publication} words={words} />
    </section>
  );
};
