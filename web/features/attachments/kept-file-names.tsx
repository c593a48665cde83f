import { getTranslations } from 'next-intl/server';
import { readKeptFiles } from './kept-files.ts';

/** The names of the files of a request that is about to be sent, and of those that are no longer with us. */
export async function KeptFileNames({ draft, none }: { draft: string; none: string }) {
  const t = await getTranslations('attachments.list');
  const { files, expired } = await readKeptFiles(draft);
  if (files.length + expired.length === 0) return none;
  return (
    <>
      {files.map(({ id, name }) => (
        <span key={id} className="line">
          <bdi>{name}</bdi>
        </span>
      ))}
      {expired.map(({ id, name }) => (
        <span key={id} className="line field-error">
          {t('expired', { name: `\u2068${name}\u2069` })}
        </span>
      ))}
    </>
  );
}
