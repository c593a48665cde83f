/**
 * What the schema has that entities cannot express, and why it is there. `drift.db.test.ts` finds whatever is missing
 * here, and whatever is here and no more in the schema.
 */
export const beyondEntities: Record<string, string> = {
  'function audit_hash': 'the hash of a line of the audit trail, over its values and the hash before it',
  'function refuse_change': 'keeps the audit trail append-only',
  'trigger audit_is_append_only': 'keeps the audit trail append-only',
  'index cases_part_entities': 'GIN over an array: cases that an entity contributes to',
  'index cases_reference_part':
    'trigrams of an expression: part of a reference is searched without its hyphens',
  'index cycle_calendar': 'over an expression: running rounds that have not seen a newer calendar',
  'index submission_content_document': 'GIN: full text of what was handed in',
  'index submission_content_subject': 'trigrams: subjects that are like what was typed',
  'index identity_request_asked': 'descending: the newest requests of a person first',
};
