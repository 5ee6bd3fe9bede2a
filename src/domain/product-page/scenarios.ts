import { compareVersions } from '../offer/image-version';
import { kindOf, type StagedKind } from '../offer/kind';
import type { OfferDocument } from '../offer/document';
import { imagesOf, machineKey, packagesOf, plansOf, type PlanPart, stagedKey } from '../offer/parts';
import { asArray, asObject } from '../offer/walk';

/** One thing customers will do, to be tried in staging and again in production. Words: `text/scenarios.ts`. */
export type Scenario =
  | { readonly what: 'startMachine'; readonly plan: string; readonly version: string }
  | { readonly what: 'reachPorts'; readonly plan: string; readonly ports: readonly string[] }
  | { readonly what: 'findDisks'; readonly plan: string; readonly disks: number }
  | { readonly what: 'callEndpoint'; readonly plan: string; readonly name: string; readonly url: string }
  | { readonly what: 'subscribe'; readonly plan: string }
  | { readonly what: 'deployTemplate'; readonly plan: string; readonly version: string }
  | { readonly what: 'removeTemplate'; readonly plan: string };

/** Of the 2015 portal's offers, by what they sell; others have none. Says nothing of a broken document. */
export function scenariosOf(document: OfferDocument): readonly Scenario[] {
  const kind = kindOf(document);
  return kind === 'publish' ? [] : plansOf(document).flatMap(ofPlan[kind]);
}

const ofPlan: Readonly<Record<StagedKind, (plan: PlanPart) => readonly Scenario[]>> = {
  'virtual-machine': machineScenarios,
  'developer-service': serviceScenarios,
  'data-service': serviceScenarios,
  'solution-template': templateScenarios,
};

function machineScenarios(part: PlanPart): readonly Scenario[] {
  const newest = imagesOf(part)
    .toSorted((one, other) => compareVersions(one.version, other.version))
    .at(-1);
  if (newest === undefined) return [];
  const plan = part.planId;
  const ports = asArray(part.fields[machineKey('openPorts')]).flatMap((port) => {
    const { portRange } = asObject(port) ?? {};
    return typeof portRange === 'string' && portRange !== '' ? [portRange] : [];
  });
  const disks = asArray(newest.fields['lunVhdDetails']).length;
  return [
    { what: 'startMachine', plan, version: newest.version },
    ...(ports.length === 0 ? [] : [{ what: 'reachPorts' as const, plan, ports }]),
    ...(disks === 0 ? [] : [{ what: 'findDisks' as const, plan, disks }]),
  ];
}

function serviceScenarios({ planId: plan, fields }: PlanPart): readonly Scenario[] {
  const endpoints = asArray(fields[stagedKey('endpoints')]).flatMap((endpoint): readonly Scenario[] => {
    const { endpointName: name, endpointUrl: url } = asObject(endpoint) ?? {};
    return typeof name === 'string' && typeof url === 'string'
      ? [{ what: 'callEndpoint', plan, name, url }]
      : [];
  });
  return [{ what: 'subscribe', plan }, ...endpoints];
}

function templateScenarios(part: PlanPart): readonly Scenario[] {
  const newest = packagesOf(part)
    .toSorted((one, other) => compareVersions(one.version, other.version))
    .at(-1);
  if (newest === undefined) return [];
  return [
    { what: 'deployTemplate', plan: part.planId, version: newest.version },
    { what: 'removeTemplate', plan: part.planId },
  ];
}
