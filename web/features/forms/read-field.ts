import { normaliseCharacters } from '@bekhedmetkom/text/normalise';

/** What stands in a text field of a form, in the characters that come in; empty when there is none. */
export function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? normaliseCharacters(value) : '';
}
