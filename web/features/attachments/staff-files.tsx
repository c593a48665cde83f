import { useTranslations } from 'next-intl';
import { AttachmentList } from './attachment-list.tsx';
import { readAttachments } from './read-attachments.ts';
import { StaffUpload } from './upload/staff-upload.island.tsx';
import { UploadField } from './upload-field.tsx';

/** The files of a case for its staff, and, for whoever may, the way to add more. */
export async function StaffFiles({ reference }: { reference: string }) {
  const kase = await readAttachments(reference, null);
  if (!kase) return null;
  return (
    <section aria-labelledby="files-title">
      <Title />
      <AttachmentList kase={kase} />
      {kase.mayAddFiles && (
        <StaffUpload>
          <UploadField target={{ caseId: kase.id }}>
            <ul className="upload__list" data-upload-list />
          </UploadField>
        </StaffUpload>
      )}
    </section>
  );
}

function Title() {
  const t = useTranslations('attachments.list');
  return <h2 id="files-title">{t('title')}</h2>;
}
