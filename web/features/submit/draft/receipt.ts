import { z } from 'zod';
import { caseTypes } from '../../../ui/vocabulary.ts';

/** What the confirmation shows; the secret can be shown nowhere else. A draft that was sent holds nothing but this. */
export const receiptShape = z.object({
  reference: z.string(),
  secret: z.string(),
  email: z.string().nullable(),
  type: z.enum(caseTypes),
  /** An earlier attempt was filed, without what was changed after it. */
  earlier: z.boolean(),
});

export type Receipt = z.infer<typeof receiptShape>;

/** Seconds: long enough to print the page or to come back to it; then the secret is gone for good. */
export const receiptLifeSeconds = 30 * 60;
