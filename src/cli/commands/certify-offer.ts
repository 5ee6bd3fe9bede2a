import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { certifyDocument, documentRules } from '../../domain/offer/certify-document';
import { placedFindings } from '../../domain/certification/placed-findings';
import { hasAnswers } from '../../domain/certification/listing/link-answers';
import { callAddress } from '../../inspection/web/call-address';
import { readJson } from '../../inspection/package/json-reader';
import type { Asked } from '../asked';
import { answeredLinks } from '../certification/answered-links';
import { answerOutcome } from '../certification/answer-outcome';
import { type CertifyFlags, withCertifyOptions } from '../certification/certify-flags';
import { rulesAskedFor } from '../certification/certify-path';
import { listedPictures } from '../certification/listed-pictures';
import type { Does } from '../does';
import { documentIn, documentText } from '../document-file';
import { newCommand } from '../new-command';

const facts = {
  name: 'offer',
  does: 'Certify an offer document: fields, SAS URLs, texts, links, and the pictures that lie beside it.',
  examples: [
    ['offer certify offer offer.json', 'ends with 4 when something has to be corrected'],
    ['offer certify offer offer.json --pictures ./artwork --fail-on warning', 'as strict as it gets'],
    ['offer export contoso/linux-vm | offer certify offer -', 'the draft as the service has it'],
  ],
} as const;

type OfferFlags = CertifyFlags & { readonly pictures?: string; readonly online?: boolean };

export function certifyOfferCommand(does: Does): Command {
  return withCertifyOptions(newCommand(facts))
    .argument('<file>', 'offer document (JSON), - for stdin')
    .option(
      '--pictures <folder>',
      'where pictures lie under the last part of their address (else beside the document)',
    )
    .option('--online', 'call the links and the pictures that lie nowhere else, too')
    .action(does<OfferFlags>(certifyOffer));
}

async function certifyOffer(asked: Asked<OfferFlags>): Promise<number> {
  const { flags, surroundings, words } = asked;
  const rules = rulesAskedFor(flags, documentRules);
  const file = words.join(' ');
  const text = await documentText(asked, file);
  const document = documentIn(text, file);
  const path = resolve(surroundings.workFolder, file);
  const folder =
    flags.pictures === undefined ? dirname(path) : resolve(surroundings.workFolder, flags.pictures);
  const isOnline = flags.online === true;
  const pictures = await listedPictures(document, { folder, isOnline });
  const answered = isOnline ? await answeredLinks(document, callAddress) : [];
  if (answered.length > 0 && !hasAnswers({ answered }))
    asked.remark(
      `No link was judged: of ${answered.length} that were called, none answered. See that this machine is online.\n`,
    );
  const outcome = certifyDocument({ document, now: new Date(), pictures, answered }, rules);
  const findings = placedFindings(outcome.findings, readJson(text));
  const subject = file === '-' ? 'stdin' : file;
  return answerOutcome(asked, { subject, rules, outcome: { ...outcome, findings } });
}
