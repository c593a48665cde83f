import { z } from 'zod';

/** The people who can sign in; more than this about them is of no interest here. */
export const people = z.array(
  z.object({
    subject: z.string().min(1),
    username: z.string().regex(/^[a-z0-9.-]+$/),
    names: z.object({ ar: z.string().min(1), en: z.string().min(1) }),
    role: z.string().nullable(),
    entity: z.string().nullable(),
  }),
);
export type Person = z.infer<typeof people>[number];

/** What tokens say about a person: the name in both languages as OpenID Connect Core §5.2 tags them. */
export function claimsOf(person: Person): Record<string, string> {
  return { name: person.names.ar, 'name#ar': person.names.ar, 'name#en': person.names.en, locale: 'ar' };
}
