'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { mutate } from '../../../graphql/server.ts';
import { readField } from '../../forms/read-field.ts';
import { RemoveViewMutation, SaveViewMutation } from '../list/inbox.query.ts';

export interface SaveViewResult {
  /** Why it was refused, in words; empty: nobody answered; null: nothing to say. */
  problem: string | null;
  name: string;
}

/** Keeps a filter under a name and shows it, or forgets the saved view that `id` names. */
export async function changeView(
  filter: CaseFilter,
  action: string,
  _: SaveViewResult,
  form: FormData,
): Promise<SaveViewResult> {
  const id = readField(form, 'id');
  const name = readField(form, 'name').trim();
  if (readField(form, 'intent') === 'remove') {
    const { data } = await mutate(RemoveViewMutation, { id });
    if (!data) return { problem: '', name };
    const [error] = data.removeView.userErrors;
    if (error) return { problem: error.message, name };
    refresh();
    redirect(safe(action));
  }
  const input = { name, filter, orderBy: 'NEXT_BREACH' as const, ...(id && { id }) };
  const { data } = await mutate(SaveViewMutation, { input });
  if (!data) return { problem: '', name };
  const { view, userErrors } = data.saveView;
  if (!view) return { problem: userErrors[0]?.message ?? '', name };
  refresh();
  redirect(`${safe(action)}?saved=${encodeURIComponent(view.id)}`);
}

/** A page of this site only. */
function safe(path: string): string {
  return /^\/(ar|en)\/staff\/[a-z]+$/.test(path) ? path : '/ar/staff/inbox';
}
