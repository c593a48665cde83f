import { z } from 'zod';

export const issuer = 'internal';
export const algorithm = 'EdDSA';
export const lifetimeSeconds = 60;
/** Machines' clocks differ a little: a token starts that much in the past. */
export const backdatedSeconds = 5;
/** How long one token is handed out again; it has at least lifetime − backdated − reuse seconds left. */
export const reuseSeconds = 25;

/** What an internal token says beside audience and times. */
export const claims = z.object({
  sub: z.string().optional(),
  kind: z.enum(['anonymous', 'person', 'service']),
  grants: z.array(z.object({ role: z.string(), scope: z.string().nullable() })),
  language: z.enum(['ar', 'en']),
  client: z.string().nullable(),
});
