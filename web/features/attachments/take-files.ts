import { getTranslations } from 'next-intl/server';
import { dropKeptFile, keepFile } from './kept-files.ts';
import { filesOf, sendFiles } from './send-files.ts';
import { askAboutUpload } from './upload-protocol.ts';

interface Problem {
  field: string;
  message: string;
}

/**
 * Takes the files that came with a step of the form, or removes the one whose button was pressed. Null: go on;
 * else stay on this step, with what is wrong.
 */
export async function takeFiles(
  form: FormData,
  draft: string,
  locale: string,
): Promise<{ problems: Problem[] } | null> {
  const unwanted = form.get('removeFile');
  if (typeof unwanted === 'string') {
    const gone = await dropKeptFile(draft, unwanted);
    if (gone === 'away') return { problems: [await notRemoved(locale)] };
    if (gone) await askAboutUpload(gone.url, locale, { method: 'DELETE' });
    return { problems: [] };
  }
  const { sent, refused } = await sendFiles(filesOf(form), null, locale, draft);
  for (const file of sent) {
    const outcome = await keepFile(draft, file);
    if (outcome !== 'kept')
      refused.push({ name: file.name, message: outcome === 'many' ? await tooMany(locale) : null });
  }
  if (refused.length === 0) return null;
  return { problems: await toProblems(refused, locale) };
}

async function tooMany(locale: string): Promise<string> {
  return (await getTranslations({ locale, namespace: 'attachments.upload' }))('many');
}

async function notRemoved(locale: string): Promise<Problem> {
  const t = await getTranslations({ locale, namespace: 'attachments.upload' });
  return { field: 'files', message: t('notRemoved') };
}

/** What went wrong with files, in one sentence for each reason, with the names of all whom it concerns. */
export async function toProblems(
  refused: readonly { name: string; message: string | null }[],
  locale: string,
): Promise<Problem[]> {
  const t = await getTranslations({ locale, namespace: 'attachments.upload' });
  const byReason = Map.groupBy(refused, ({ message }) => message ?? t('away'));
  const sentences = [...byReason].map(([reason, files]) => {
    const names = files.map(({ name }) => `\u2068${name}\u2069`).join(locale.startsWith('ar') ? '، ' : ', ');
    return `${names}: ${reason}`;
  });
  return sentences.length > 0 ? [{ field: 'files', message: sentences.join(' ') }] : [];
}
