/**
 * The Cloud Partner Portal's name of a machine size as the Azure CLI has it: `ds2-standard-v2` becomes
 * `Standard_DS2_v2`. Undefined for anything that is neither: the CLI then takes its own default.
 */
export function machineSizeOf(recommended: string | undefined): string | undefined {
  if (recommended === undefined || /^Standard_\w+$/.test(recommended)) return recommended;
  const parts = /^([a-z]+)(\d+[a-z]*)-(standard|basic)(?:-(v\d))?$/.exec(recommended.toLowerCase());
  if (parts === null) return undefined;
  const [, family = '', rest = '', tier, generation] = parts;
  const size = `${tier === 'basic' ? 'Basic' : 'Standard'}_${family.toUpperCase()}${rest}`;
  return generation === undefined ? size : `${size}_${generation}`;
}
