import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { plansOf, stagedKey } from '../parts';
import { asArray, asObject } from '../walk';
import type { OfferRule } from './rule';
import { problemOfCalledUrl } from './web-addresses';

/** What customers call is https, stands in the public internet and carries nobody's password. */
export const serviceEndpoints: OfferRule = ({ document, trustedOrigins }) =>
  plansOf(document).flatMap(({ fields, path }) =>
    asArray(fields[stagedKey('endpoints')]).flatMap((endpoint, index): readonly Finding[] => {
      const url = asObject(endpoint)?.['endpointUrl'];
      // Missing, or no URL: the schema's to report.
      if (typeof url !== 'string' || !URL.canParse(url)) return [];
      const ruleId = problemOfCalledUrl(url, trustedOrigins);
      if (ruleId === undefined) return [];
      return [
        offerFinding({ ruleId, path: [...path, stagedKey('endpoints'), index, 'endpointUrl'], document }),
      ];
    }),
  );
