/** CPP's literal English names of its steps; they are data of its API and are never translated. */
export const cppSteps: Readonly<Record<string, { readonly stepName: string; readonly description: string }>> =
  {
    displaydummycertify: {
      stepName: 'Validate Pre-Requisites',
      description: 'Every mandatory field of the offer is checked.',
    },
    displaycertify: {
      stepName: 'Certification',
      description: 'The technical content is tested against the certification rules.',
    },
    displayprovision: { stepName: 'Provisioning', description: 'Images are replicated to all regions.' },
    displaypackage: {
      stepName: 'Packaging and Lead Generation Registration',
      description: 'The product page is made and the lead destination is tested.',
    },
    'publisher-signoff': {
      stepName: 'Publisher signoff',
      description: 'The offer is in preview and waits for the publisher to go live.',
    },
    'microsoft-review': {
      stepName: 'Microsoft review',
      description: 'Reviewers look at the package and decide.',
    },
    walkthrough: {
      stepName: 'Walkthrough',
      description: 'The four pages of the walkthrough must be complete.',
    },
    'push-to-staging': {
      stepName: 'Push to staging',
      description: 'The technical content is certified, packaged and shown in staging.',
    },
    'request-approval': {
      stepName: 'Request approval to push to production',
      description: 'The offer is in staging and waits for the publisher to request approval.',
    },
    'final-review': {
      stepName: 'Final review',
      description: 'The approval team looks at the offer and decides.',
    },
    live: { stepName: 'Live', description: 'The offer is made available in the marketplace.' },
  };
