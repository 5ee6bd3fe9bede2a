import type { FC } from 'hono/jsx';
import type { DeployDisk, DeployOption } from '../../domain/product-page/deploy-option';
import type { ProductPage, ProductPlan, ServicePlan } from '../../domain/product-page/product-page';
import { bytesText, timeText } from '../../domain/text/quantity';
import type { Words } from '../words/words';
import { ApplicationPart } from './application-part';
import type { Deploy } from './read-links';

type DeployPartProps = { readonly page: ProductPage; readonly deploy: Deploy; readonly words: Words };

/** Per plan and version, disks per region: every file by a read-only URL that ends, and commands that use it. */
export const DeployPart: FC<DeployPartProps> = ({ page, deploy, words }) => {
  const time = timeText(deploy.expires.toISOString(), words.language);
  const services = page.plans.filter(isService);
  const help = deploy.applications.length > 0 ? 'deployApplicationHelp' : 'deployHelp';
  return (
    <section aria-labelledby="deploy">
      <h2 id="deploy">{words.say('deploy')}</h2>
      <p>{services.length > 0 ? words.say('endpointsHelp') : words.say(help, { time })}</p>
      {services.map((plan) => (
        <Service plan={plan} words={words} />
      ))}
      {deploy.applications.map((option) => (
        <ApplicationPart option={option} page={page} words={words} />
      ))}
      {deploy.options.map((option) => (
        <Option option={option} page={page} words={words} />
      ))}
    </section>
  );
};

const isService = (plan: ProductPlan): plan is ServicePlan => plan.kind === 'service';

/** A service is not deployed: customers call it where it stands. */
const Service: FC<{ readonly plan: ServicePlan; readonly words: Words }> = ({ plan, words }) => (
  <article class="card" data-plan={plan.planId}>
    <h3>{plan.title}</h3>
    <ul class="plain">
      {plan.endpoints.map(({ name, url }) => (
        <li>
          {name}: <code>{url}</code>
        </li>
      ))}
      {plan.documentationUrl !== '' && (
        <li>
          <a href={plan.documentationUrl} rel="noreferrer">
            {words.say('documentation')}
          </a>
        </li>
      )}
    </ul>
  </article>
);

type OptionProps = { readonly option: DeployOption; readonly page: ProductPage; readonly words: Words };

const Option: FC<OptionProps> = ({ option, page, words }) => {
  const plan = page.plans.find(({ planId }) => planId === option.planId)?.title ?? option.planId;
  return (
    <details class="card" data-plan={option.planId} data-version={option.version} data-region={option.region}>
      <summary>
        {plan} {option.version} · {placeOf(option.region, words)}
      </summary>
      {option.disks.map((disk) => (
        <Disk disk={disk} region={option.region} words={words} />
      ))}
      <h3>{words.say('command')}</h3>
      <pre>
        <code>{option.deploy}</code>
      </pre>
    </details>
  );
};

const placeOf = (region: string, { say }: Words): string =>
  region === '' ? say('inStaging') : `${say('region')} ${region}`;

type DiskProps = { readonly disk: DeployDisk; readonly region: string; readonly words: Words };

const Disk: FC<DiskProps> = ({ disk, region, words }) => {
  const name =
    disk.name === 'os' ? words.say('osDisk') : words.say('dataDisk', { lun: disk.name.replace('lun', '') });
  return (
    <>
      <p>
        <a href={disk.url} data-digest={disk.digest} data-disk={disk.name}>
          {region === ''
            ? words.say('downloadStaging', { disk: name })
            : words.say('downloadIn', { disk: name, region })}
        </a>{' '}
        <span class="quiet">
          {bytesText(disk.bytes, words.language)}, {words.say('digest')} <code>{disk.digest}</code>
        </span>
      </p>
      <pre>
        <code>{disk.download}</code>
      </pre>
    </>
  );
};
