import { getTranslations } from 'next-intl/server';
import { readKeptFiles } from './kept-files.ts';

/** The names of the files of a request that is about to be sent. */
export async function KeptFileNames() {
  const t = await getTranslations('attachments.list');
  const files = await readKeptFiles();
  if (files.length === 0) return t('none');
  return files.map(({ id, name }) => (
    <span key={id} className="line">
      <bdi>{name}</bdi>
    </span>
  ));
}
