import { offerFinding } from '../offer-finding';
import { machineKey, plansOf } from '../parts';
import type { OfferRule } from './rule';

/** The operating system is named, e.g. `Ubuntu`. Windows plans have it under either of two keys. */
export const osType: OfferRule = ({ document }) =>
  plansOf(document)
    .filter(({ fields }) =>
      ['osType', 'windowsOSType', 'linuxOSType'].every((name) => (fields[machineKey(name)] ?? '') === ''),
    )
    .map(({ path }) =>
      offerFinding({ ruleId: 'offer.field-missing', path: [...path, machineKey('osType')], document }),
    );
