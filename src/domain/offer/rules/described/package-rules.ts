import type { Described } from './described';

/** Packages and settings of an Azure application's plans. */
export const packageRules: readonly Described[] = [
  {
    id: 'offer.package-missing',
    title: 'A plan has a package',
    rationale: 'There is nothing to deploy without one.',
    policy: '300.1',
  },
  {
    id: 'offer.package-versions-too-many',
    title: 'A plan keeps a limited number of package versions',
    rationale: 'Every version is certified and kept; more than these helps no customer.',
    policy: '300.1',
  },
  {
    id: 'offer.package-version-invalid',
    title: 'Package versions are three numbers',
    rationale:
      'Versions are put in order to know which is the newest, and only numbers have one order for everybody.',
    policy: '300.1',
  },
  {
    id: 'offer.package-version-not-greater',
    title: 'A new package has a greater version',
    rationale: 'A package with a smaller number would never be shown to anybody.',
    policy: '300.1',
  },
  {
    id: 'offer.live-package-changed',
    title: 'The package of a live version stays',
    rationale: 'What customers deployed and reviewers approved under a number must be what stands there.',
    policy: '300.1',
  },
  {
    id: 'offer.plan-kind-changed',
    title: 'A live plan stays what it is',
    rationale: 'A managed application and a solution template are deployed and billed differently.',
    policy: '100.4',
  },
  {
    id: 'offer.policy-parameters-invalid',
    title: 'Parameters of a policy are a JSON object',
    rationale: 'They are handed on as they stand, and the deployment fails on anything else.',
    policy: '300.1',
  },
];
