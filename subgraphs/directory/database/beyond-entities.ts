/**
 * What the schema has that entities cannot express, and why it is there. `drift.db.test.ts` finds whatever is missing
 * here, and whatever is here and no more in the schema.
 */
export const beyondEntities: Record<string, string> = {
  'view current_state':
    'all that the directory says of itself, as events; what differs from `announced` is announced',
  'function today': 'the day in Amman by the clock of the database; tests make it another day',
  'function audit_hash': 'the hash of a line of the audit trail, over its values and the hash before it',
  'function refuse_change': 'keeps the audit trail append-only',
  'trigger audit_is_append_only': 'keeps the audit trail append-only',
};
