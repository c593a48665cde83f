import type { Names, Programme, Role } from '@bekhedmetkom/schema/events/vocabulary';

/** A place that work and escalation go to, whoever holds it. */
export interface Post {
  key: string;
  role: Role;
  /** Null for posts above entities. */
  entity: string | null;
  unit: string | null;
  names: Names;
  /** Key of the post that escalation goes to next; null at the top. */
  superior: string | null;
  /** Of the coordinator of a programme: what the post is limited to. */
  programme?: Programme | null;
}

/** Who holds a post, from the first to the last day (YYYY-MM-DD, both count). */
export interface Holding {
  post: string;
  /** Key of the staff member. */
  staff: string;
  validFrom: string;
  validTo: string | null;
}
