import type { FC } from 'hono/jsx';
import { raw } from 'hono/html';
import { timeText } from '../../domain/text/quantity';
import type { PackageRecord } from '../../services/ports';
import { Layout } from '../pages/layout';
import type { Words } from '../words/words';
import { DeployPart } from './deploy-part';
import { FootLinks } from './foot-links';
import type { Deploy } from './read-links';
import type { PageVisit } from './visit';

export type ProductPageProps = {
  readonly content: PackageRecord;
  readonly visit: PageVisit;
  readonly deploy: Deploy;
  readonly words: Words;
};

/** One offer as customers see it; in preview the same page with a banner. Its HTML was sanitised when packaged. */
export const ProductPageView: FC<ProductPageProps> = ({ content, visit, deploy, words }) => {
  const { page, manifest } = content;
  const { say } = words;
  const logo = page.images.find(({ role }) => role === 'largeLogo') ?? page.images[0];
  const report = manifest.artefacts[0]?.reportId;
  return (
    <Layout title={page.title} words={words} outside>
      {visit.preview && (
        <p class="notice" role="status">
          {say('previewBanner', { time: timeText(deploy.expires.toISOString(), words.language) })}
        </p>
      )}
      {logo !== undefined && (
        <img class="logo" src={imageUrl(visit, logo.digest)} alt="" width={logo.width} height={logo.height} />
      )}
      <h1>{page.title}</h1>
      <p>{page.summary}</p>
      {report !== undefined && (
        <p>
          <a class="badge" href={`${visit.base}/reports/${report}${visit.query}`}>
            ✓ {say('certifiedReport')}
          </a>
        </p>
      )}
      <p>{page.longSummary}</p>
      <div>{raw(page.descriptionHtml)}</div>
      <Screenshots content={content} visit={visit} words={words} />
      <Plans content={content} words={words} />
      <DeployPart page={page} deploy={deploy} words={words} />
      <FootLinks page={page} visit={visit} words={words} />
    </Layout>
  );
};

const imageUrl = ({ base, query }: PageVisit, digest: string): string =>
  `${base}/images/${digest}.png${query}`;

const Plans: FC<Pick<ProductPageProps, 'content' | 'words'>> = ({ content, words }) => (
  <section aria-labelledby="plans">
    <h2 id="plans">{words.say('plans')}</h2>
    {content.page.plans.map((plan) => (
      <article>
        <h3>{plan.title}</h3>
        <p>{plan.summary}</p>
        <p class="quiet">{plan.osName === '' ? plan.osFamily : `${plan.osName} (${plan.osFamily})`}</p>
        <div>{raw(plan.descriptionHtml)}</div>
      </article>
    ))}
  </section>
);

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
