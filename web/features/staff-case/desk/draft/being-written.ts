import { draftsOf, wordsOf } from './draft-store.ts';
import { tabStorage } from './use-form-draft.island.ts';

/** Whether this tab holds words for the case that were not sent, or a person is about to write some. */
export function isBeingWritten(reference: string): boolean {
  const storage = tabStorage();
  if (storage && draftsOf(storage, reference).some(({ values }) => wordsOf(values).length > 0)) return true;
  const focused = document.activeElement;
  return (
    focused instanceof HTMLTextAreaElement ||
    (focused instanceof HTMLInputElement && focused.form?.closest('.forms') != null)
  );
}
