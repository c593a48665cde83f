import { getTranslations } from 'next-intl/server';
import { FieldError } from '../../ui/field.tsx';
import { Island } from '../../ui/island.tsx';
import { FileSize } from './file-size.tsx';
import { readKeptFiles } from './kept-files.ts';
import { UploadField } from './upload-field.tsx';

/** Files for a request that is being written: a part of the form of its step, with its island. */
export async function FileField({ draft, error }: { draft: string; error?: string | undefined }) {
  const t = await getTranslations();
  const { files, expired } = await readKeptFiles(draft);
  return (
    <UploadField
      target={{}}
      keeps
      optional={t('common.optional')}
      error={error && <FieldError id="files-error" prefix={t('common.errors.prefix')} message={error} />}
    >
      {expired.map(({ id, name }) => (
        <FieldError
          key={id}
          id={`expired-${id}`}
          prefix={t('common.errors.prefix')}
          message={t('attachments.list.expired', { name: `\u2068${name}\u2069` })}
        />
      ))}
      {files.length > 0 && (
        // Enter in a line of text presses the first button of the form: not one that removes something.
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true">
          {t('common.continue')}
        </button>
      )}
      <ul className="upload__list" data-upload-list>
        {files.map(({ id, name, bytes }) => (
          <li key={id} data-id={id}>
            <span className="upload__name">
              <bdi>{name}</bdi>
            </span>
            <span className="upload__state">
              <FileSize bytes={bytes} />
            </span>
            <button
              type="submit"
              name="removeFile"
              value={id}
              className="upload__remove btn btn--quiet btn--sm"
              aria-label={t('attachments.list.remove', { name })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <Island name="upload" />
    </UploadField>
  );
}
