'use server';

import { redirect } from 'next/navigation';
import { graphql } from '../../graphql/generated/index.ts';
import { mutate } from '../../graphql/server.ts';
import { isLocale } from '../../i18n/locale.ts';
import { readFields } from '../forms/form-result.ts';

const confirmDocument = graphql(`
  mutation ConfirmMailAddress($input: ConfirmMailAddressInput!) {
    confirmMailAddress(input: $input) {
      confirmed
    }
  }
`);

/** Confirms the address of a mail. Only a sent form does: programs that open the links of mails change nothing. */
export async function confirmAddress(form: FormData): Promise<void> {
  const { locale: asked, token = '' } = readFields(form);
  const locale = isLocale(asked) ? asked : 'ar';
  const { data, problem } = await mutate(confirmDocument, { input: { token } }, locale);
  const wrong = data?.confirmMailAddress.confirmed === false || problem?.code === 'BAD_USER_INPUT';
  const outcome = data?.confirmMailAddress.confirmed ? 'done' : wrong ? 'wrong' : 'away';
  redirect(`/${locale}/confirm-address/${encodeURIComponent(token)}?outcome=${outcome}`);
}
