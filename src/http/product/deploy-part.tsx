import type { FC } from 'hono/jsx';
import type { DeployDisk, DeployOption } from '../../domain/product-page/deploy';
import type { ProductPage } from '../../domain/product-page/product-page';
import { bytesText, timeText } from '../../domain/text/quantity';
import type { Words } from '../words/words';
import type { Deploy } from './read-links';

type DeployPartProps = { readonly page: ProductPage; readonly deploy: Deploy; readonly words: Words };

/** Per plan, version and region: every disk by a read-only URL that ends, and commands that use it. */
export const DeployPart: FC<DeployPartProps> = ({ page, deploy, words }) => {
  const time = timeText(deploy.expires.toISOString(), words.language);
  return (
    <section aria-labelledby="deploy">
      <h2 id="deploy">{words.say('deploy')}</h2>
      <p>{words.say('deployHelp', { time })}</p>
      {deploy.options.map((option) => (
        <Option option={option} page={page} words={words} />
      ))}
    </section>
  );
};

type OptionProps = { readonly option: DeployOption; readonly page: ProductPage; readonly words: Words };

const Option: FC<OptionProps> = ({ option, page, words }) => {
  const plan = page.plans.find(({ planId }) => planId === option.planId)?.title ?? option.planId;
  return (
    <details class="card" data-plan={option.planId} data-version={option.version} data-region={option.region}>
      <summary>
        {plan} {option.version} · {words.say('region')} {option.region}
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

type DiskProps = { readonly disk: DeployDisk; readonly region: string; readonly words: Words };

const Disk: FC<DiskProps> = ({ disk, region, words }) => {
  const name =
    disk.name === 'os' ? words.say('osDisk') : words.say('dataDisk', { lun: disk.name.replace('lun', '') });
  return (
    <>
      <p>
        <a href={disk.url} data-digest={disk.digest} data-disk={disk.name}>
          {words.say('downloadIn', { disk: name, region })}
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
