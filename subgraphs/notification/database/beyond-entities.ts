/**
 * What the schema has that entities cannot express, and why it is there. `drift.db.test.ts` finds whatever is missing
 * here, and whatever is here and no more in the schema.
 */
export const beyondEntities: Record<string, string> = {
  'index notification_recipient': 'descending: a person’s newest notifications first',
  'index notification_unread': 'descending: those that are not read',
  'index mail_of_case': 'descending: whether a later mail of the same kind was queued',
};
