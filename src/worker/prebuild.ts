import { prebuiltWorkflowBundle } from './workflow-bundle';

/** `node prebuild.js <folder>`: makes the workflow bundle where workers with that BUNDLE_FOLDER find it. */
async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('Name the folder that the workflow bundle goes to.');
  console.log(await prebuiltWorkflowBundle(folder));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
