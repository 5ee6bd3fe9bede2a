import { z } from '@hono/zod-openapi';
import { publisherParams } from '../openapi/params-schema';

export const uploadParams = publisherParams.extend({
  kind: z.enum(['disk', 'package', 'logo']).openapi({ description: 'What the file is for.' }),
  fileName: z.string().min(1).max(100).openapi({
    description: 'Letters, digits, `.`, `_` and `-`; `.vhd`, `.zip`, `.png`, `.jpg`.',
    example: 'web-1.0.0.vhd',
  }),
});

export const uploadAnswer = z
  .strictObject({
    url: z.string().openapi({
      description:
        'SAS URL to put into the offer: read and list on the container, for 90 days. Keep it secret.',
    }),
    digest: z.string().openapi({ description: 'SHA-256 of the content, hex.' }),
    bytes: z.int(),
  })
  .openapi('Upload');
