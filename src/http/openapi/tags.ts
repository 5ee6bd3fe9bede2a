/** What the API is about, in the order the documentation tells it. Every operation carries one of these names. */
export const tags = {
  'Cloud Partner Portal':
    'The Cloud Partner Portal API of 2017-10-31: its clients work here unchanged. They send `?api-version=2017-10-31`; others may leave it out.',
  Offers: 'Lists, comparison and a dry run, beyond what the Cloud Partner Portal could do.',
  Publication: 'Following what was published, and talking about it.',
  Certification: 'What certifications rest on: signed reports, and exceptions from rules.',
  Reviews: 'What reviewers decide about, and what they and publishers say to each other.',
  Events: 'Everything that happens, as it happens: server-sent events and webhooks.',
  Uploads: 'Disks, packages and logos, brought into the publisher’s own container.',
  Access: 'Who you are, publishers and their tokens.',
  Operations: 'For whoever runs this installation.',
} as const satisfies Readonly<Record<string, string>>;
