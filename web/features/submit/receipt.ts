import { cookies } from 'next/headers';
import { z } from 'zod';
import { readConfig } from '../../config.ts';
import { cookieNames, cookieOptions } from '../../session/cookies.ts';
import { seal, unseal } from '../../session/seal.ts';

const receiptShape = z.object({ reference: z.string(), secret: z.string(), email: z.string().nullable() });

/** What the confirmation shows; the secret can be shown nowhere else. */
export type Receipt = z.infer<typeof receiptShape>;

/** Long enough to print the page or to come back to it once; then the secret is gone for good. */
const life = 30 * 60;

export async function writeReceipt(receipt: Receipt): Promise<void> {
  const { sessionSecret, webOrigin } = readConfig();
  const sealed = seal(receipt, 'receipt', sessionSecret);
  (await cookies()).set(cookieNames.receipt, sealed, cookieOptions(webOrigin, life));
}

export async function readReceipt(): Promise<Receipt | null> {
  const sealed = (await cookies()).get(cookieNames.receipt)?.value;
  const parsed = receiptShape.safeParse(
    sealed ? unseal(sealed, 'receipt', readConfig().sessionSecret) : null,
  );
  return parsed.success ? parsed.data : null;
}
