import type { ApplicationKind, Management } from '../offer/model';
import { defineCommand, deployTemplateCommand, portalLink } from './application-commands';
import type { ApplicationPlan, Manifest, PackagedFile, ProductPage, ProductPlan } from './product-page';

/** One version of one plan of an Azure application; every address was made for this reader and expires. */
export type ApplicationOption = {
  readonly planId: string;
  readonly version: string;
  readonly kind: ApplicationKind;
  /** The package. */
  readonly digest: string;
  readonly bytes: number;
  readonly packageUrl: string;
  readonly template: FileLink;
  readonly createUi: FileLink;
  /** Opens the Azure portal's own page for a template, with the publisher's form. */
  readonly portal: string;
  /** For a POSIX shell with the Azure CLI. */
  readonly deploy: string;
  /** Of managed applications: makes the definition that the publisher's rights come with. */
  readonly define?: string;
};

export type FileLink = PackagedFile & { readonly url: string };

/**
 * Every application a page shows, newest version first.
 * @param urlOf the address of a file of a package, or of the whole package for ''; made at read time.
 */
export function applicationOptions(
  page: ProductPage,
  manifest: Manifest,
  urlOf: (digest: string, path: string) => string,
): readonly ApplicationOption[] {
  return page.plans.filter(isApplication).flatMap((plan) =>
    plan.versions.toReversed().flatMap((version) => {
      const { bytes = 0, files = [] } =
        manifest.artefacts.find(({ digest }) => digest === version.digest) ?? {};
      const link = (name: string): FileLink | undefined => {
        const file = files.find(({ path }) => path.toLowerCase() === name.toLowerCase());
        return file && { ...file, url: urlOf(version.digest, file.path) };
      };
      const [template, createUi] = [link('mainTemplate.json'), link('createUiDefinition.json')];
      if (template === undefined || createUi === undefined) return [];
      const packageUrl = urlOf(version.digest, '');
      const named = { name: `${page.offerId}-${plan.planId}`, version: version.version };
      return [
        {
          planId: plan.planId,
          version: version.version,
          kind: plan.kind,
          digest: version.digest,
          bytes,
          packageUrl,
          template,
          createUi,
          portal: portalLink(template.url, createUi.url),
          deploy: deployTemplateCommand(named, template.url),
          ...definitionOf(version.management, { ...named, page, packageUrl }),
        },
      ];
    }),
  );
}

const isApplication = (plan: ProductPlan): plan is ApplicationPlan =>
  plan.kind === 'solutionTemplate' || plan.kind === 'managedApplication';

type Definition = {
  readonly name: string;
  readonly version: string;
  readonly page: ProductPage;
  readonly packageUrl: string;
};

function definitionOf(
  management: Management | undefined,
  { page, ...definition }: Definition,
): Pick<ApplicationOption, 'define'> {
  if (management === undefined) return {};
  return { define: defineCommand({ ...definition, title: page.title, summary: page.summary }, management) };
}
