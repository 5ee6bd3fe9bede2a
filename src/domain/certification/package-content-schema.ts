import { z } from 'zod';

/** What is in a package, as certification found it; kept with its bytes. */
export const packageContentSchema = z.object({
  files: z.array(z.object({ path: z.string(), bytes: z.number(), digest: z.string() })),
});

export type PackageContent = z.output<typeof packageContentSchema>;
