/** Posts as the directory announces them, for tests that fill or empty them. */
import type { Role } from '@bekhedmetkom/schema/events/vocabulary';

const named = (key: string) => ({ ar: key, en: key });

interface Held {
  subject: string | null;
  superior?: string | null;
}

/** A post, held by a subject or by nobody. */
export function heldPost(key: string, role: Role, entity: string | null, { subject, superior = null }: Held) {
  const holder = subject === null ? null : { staff: `staff-${subject}`, subject, names: named(subject) };
  const payload = { key, role, entity, unit: null, names: named(key), superior, holder };
  return { type: 'post.changed', payload };
}

/** A post that nobody holds. */
export function vacantPost(key: string, role: Role, entity: string | null, superior: string | null = null) {
  return heldPost(key, role, entity, { subject: null, superior });
}
