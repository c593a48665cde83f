import { names, programme, role } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';

/** People whom the issuer lets sign in; those with a role hold that post of that entity or programme. */
export const people = z.array(
  z.object({
    subject: z.string().min(1),
    names,
    email: z.email().nullish(),
    role: role.nullable(),
    entity: z.string().nullable(),
    /** Of a coordinator. */
    programme: programme.nullish(),
  }),
);
export type Person = z.infer<typeof people>[number];
