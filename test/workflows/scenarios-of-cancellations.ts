import {
  type FakePublicationActivities,
  fakeOf,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { type ActivityName, type Ending, untilCanceled } from '../support/until-canceled';
import { approve, begin, byOperator, inReview } from './plays';
import type { Scenario } from './scenario';

/** Temporal's own cancellation in the middle of an activity. */
function amid(activity: ActivityName, ending: Ending, lead = begin, fake = usual): Scenario {
  const middle = untilCanceled(activity, ending);
  return {
    name: `canceled-by-operator-while-${kebab(activity)}-${ending}`,
    activities: () => middle.of(fake()),
    async play(bench) {
      await lead(bench);
      await middle.began;
      return byOperator(bench);
    },
  };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const usual = (): FakePublicationActivities => fakePublicationActivities();
const consulting = fakeOf('consulting-services', 'publish');
const staged = fakeOf('staged-offer', 'virtual-machine');

/** Cancellations that come in the middle of something. */
export const cancellationScenarios: readonly Scenario[] = [
  amid('openPublication', 'stops'),
  amid('validate', 'stops'),
  amid('certify', 'stops'),
  amid('certify', 'fails'),
  amid('replicate', 'stops'),
  amid('replicate', 'fails'),
  amid('replicate', 'completes'),
  amid('packageProduct', 'stops'),
  amid('registerLead', 'stops'),
  amid('openPreview', 'completes'),
  amid('openReview', 'completes', begin, consulting),
  {
    ...amid('replicate', 'completes', (bench) => inReview(bench).then(() => approve(bench)), staged),
    name: 'staged-machine-canceled-by-operator-while-replicate-completes',
  },
];
