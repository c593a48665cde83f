import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { FieldError } from '../../ui/field.tsx';
import { Island } from '../../ui/island.tsx';
import { readFormResult } from '../forms/form-result.ts';
import { AttachmentList } from './attachment-list.tsx';
import { addEvidence } from './evidence.action.ts';
import { readAttachments } from './read-attachments.ts';
import { UploadField } from './upload-field.tsx';

interface Props {
  locale: Locale;
  reference: string;
  secret: string | null;
}

/** The files of a case as its applicant sees them, and the way to add more while it is open. */
export async function CaseFiles({ locale, reference, secret }: Props) {
  const t = await getTranslations();
  const kase = await readAttachments(reference, secret);
  if (!kase) return null;
  const adds = kase.mayAddFiles;
  if (!adds && kase.attachments.length === 0) return null;
  const result = await readFormResult();
  const wrong = result?.problems.find(({ field }) => field === 'files')?.message;
  return (
    <section className="casefiles" aria-labelledby="files-title">
      <h2 className="h2" id="files-title">
        {t('attachments.list.title')}
      </h2>
      <div id="attachments">
        <AttachmentList kase={kase} own />
      </div>
      {adds && (
        <form action={addEvidence} data-no-print>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={reference} />
          <UploadField
            target={{ reference }}
            refresh="attachments"
            error={
              wrong && <FieldError id="files-error" prefix={t('common.errors.prefix')} message={wrong} />
            }
          >
            <ul className="upload__list" data-upload-list />
            <button type="submit" className="btn btn--second space-3" data-upload-send>
              {t('attachments.field.send')}
            </button>
          </UploadField>
        </form>
      )}
      <Island name="upload" />
    </section>
  );
}
