import type { FC } from 'hono/jsx';
import { raw } from 'hono/html';
import type { PlanPrice } from '../../domain/product-page/plan-price';
import type { ProductPage, ProductPlan } from '../../domain/product-page/product-page';
import { choiceName } from '../../domain/text/fields/choice-names';
import { fieldLabel } from '../../domain/text/fields/offer-fields';
import type { PackageRecord } from '../../services/ports';
import { Icon } from '../pages/icon';
import { Layout } from '../pages/layout';
import type { Words } from '../words/words';
import { DeployPart } from './deploy-part';
import { FootLinks } from './foot-links';
import { PriceLines } from './price-lines';
import type { Deploy } from './read-links';
import type { PageVisit } from './visit';

export type ProductPageProps = {
  readonly content: PackageRecord;
  readonly visit: PageVisit;
  /** As customers know it. */
  readonly publisherName: string;
  readonly deploy: Deploy;
  /** By plan id. */
  readonly prices: ReadonlyMap<string, PlanPrice>;
  /** By plan id; the public page has none of them. */
  readonly privatePlans: ReadonlySet<string>;
  readonly words: Words;
};

/** One offer as customers see it; in preview the same page with a banner. Its HTML was sanitised when packaged. */
export const ProductPageView: FC<ProductPageProps> = (props) => {
  const { content, visit, deploy, words } = props;
  const { page } = content;
  return (
    <Layout
      title={page.title}
      words={words}
      outside
      query={visit.query.replace(/^\?/, '')}
      banner={visit.preview ? <PreviewBar words={words} /> : null}
    >
      <Hero {...props} />
      <div class="columns">
        <div>
          <section class="prose" aria-label={words.say('overview')}>
            <p class="lead">{page.longSummary}</p>
            <div class="foreign">{raw(page.descriptionHtml)}</div>
          </section>
          <Facts facts={page.facts} words={words} />
          <Screenshots content={content} visit={visit} words={words} />
          {page.plans.length > 0 && (
            <>
              <Plans {...props} />
              <DeployPart page={page} deploy={deploy} words={words} />
            </>
          )}
        </div>
        <aside class="card" aria-label={words.say('productDetails')}>
          <FootLinks page={page} visit={visit} words={words} />
        </aside>
      </div>
    </Layout>
  );
};

const PreviewBar: FC<Pick<ProductPageProps, 'words'>> = ({ words }) => (
  <div class="preview-bar" role="status">
    <p>
      <Icon name="info" /> {words.say('previewBanner')}
    </p>
  </div>
);

const Hero: FC<ProductPageProps> = ({ content, visit, publisherName, words }) => {
  const { page, manifest } = content;
  const logo = page.images.find(({ role }) => role === 'largeLogo') ?? page.images[0];
  const report = manifest.artefacts[0]?.reportId;
  return (
    <div class="hero">
      {logo !== undefined && (
        <img class="logo" src={imageUrl(visit, logo.digest)} alt="" width={logo.width} height={logo.height} />
      )}
      <div>
        <h1>{page.title}</h1>
        <p class="quiet">{words.say('publishedBy', { publisher: publisherName })}</p>
        <p class="summary">{page.summary}</p>
        <p class="tags">
          {report !== undefined && (
            <a class="badge good" href={`${visit.base}/reports/${report}${visit.query}`}>
              <Icon name="check" />
              <span>{words.say('certifiedReport')}</span>
            </a>
          )}
          {page.categories.map((category) => (
            <span class="badge">{category}</span>
          ))}
        </p>
      </div>
      {page.plans.length > 0 && (
        <a class="button main" href="#deploy">
          {words.say('deploy')}
        </a>
      )}
    </div>
  );
};

const imageUrl = ({ base, query }: PageVisit, digest: string): string =>
  `${base}/images/${digest}.png${query}`;

const Facts: FC<{ readonly facts: ProductPage['facts']; readonly words: Words }> = ({ facts, words }) =>
  facts === undefined ? null : (
    <dl class="facts">
      {facts.map(({ field, value }) => (
        <>
          <dt>{fieldLabel(field, words.language)}</dt>
          <dd>{choiceName(field, value, words.language)}</dd>
        </>
      ))}
    </dl>
  );

const Plans: FC<ProductPageProps> = ({ content, prices, privatePlans, words }) => (
  <section aria-labelledby="plans">
    <h2 id="plans">{words.say('plans')}</h2>
    <div class="plans">
      {content.page.plans.map((plan) => (
        <article class="card">
          <h3>{plan.title}</h3>
          {privatePlans.has(plan.planId) && (
            <p>
              <span class="badge">{words.say('privatePlan')}</span>
            </p>
          )}
          <p class="quiet">{kindOfPlan(plan, words)}</p>
          <PriceLines price={prices.get(plan.planId)} words={words} />
          <p>{plan.summary}</p>
          <div class="foreign">{raw(plan.descriptionHtml)}</div>
        </article>
      ))}
    </div>
  </section>
);

function kindOfPlan(plan: ProductPlan, { say }: Words): string {
  if (plan.kind !== undefined) return say(plan.kind);
  // Offers packaged by 0.1 carry the family as the name.
  const { osName, osFamily } = plan;
  return osName === '' || osName === osFamily ? osFamily : `${osName} (${osFamily})`;
}

const Screenshots: FC<Pick<ProductPageProps, 'content' | 'visit' | 'words'>> = ({
  content,
  visit,
  words,
}) => {
  const shots = content.page.images.filter(({ role }) => role.startsWith('screenshot-'));
  if (shots.length === 0) return null;
  return (
    <section aria-labelledby="screenshots">
      <h2 id="screenshots">{words.say('screenshots')}</h2>
      <div class="shots">
        {shots.map(({ digest, width, height }, index) => (
          <img
            src={imageUrl(visit, digest)}
            alt={`${content.page.title}, ${index + 1}`}
            width={width}
            height={height}
            loading="lazy"
          />
        ))}
      </div>
    </section>
  );
};
