/** A column that says something which cannot be true: the record does without it. */
export interface Dropped {
  column: string;
  reason: string;
}
