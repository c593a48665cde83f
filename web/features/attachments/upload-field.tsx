import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import './attachments.css';

/** Without HEIC on purpose: phones then hand over a JPEG of the same picture. */
export const acceptedFiles =
  'image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime,video/webm,video/3gpp,audio/mpeg,audio/mp4,audio/aac,audio/ogg,audio/wav,application/pdf';

const told = ['waiting', 'done', 'failed', 'away', 'paused', 'hold', 'many', 'vanished', 'type'] as const;
const alsoTold = ['removing', 'notRemoved', 'retry', 'already'] as const;
/** With a place for what the script puts in. */
const withPlaces = ['sending', 'remove', 'notTaken'] as const;

interface UploadFieldProps {
  /** What the files are for, as /api/files/begin wants it. */
  target: { reference?: string; caseId?: string };
  /** Files are kept with the answers of this browser, and can be taken back. */
  keeps?: boolean;
  /** Id of the part of the page that shows what was added. */
  refresh?: string;
  optional?: string;
  error?: ReactNode;
  children: ReactNode;
}

/** A question for files: a plain file field, which the island makes send at once and show how far it is. */
export function UploadField({ target, keeps, refresh, optional, error, children }: UploadFieldProps) {
  const t = useTranslations('attachments');
  const words = Object.fromEntries([...told, ...alsoTold].map((name) => [name, t(`upload.${name}`)]));
  const raw = Object.fromEntries(withPlaces.map((name) => [name, t.raw(`upload.${name}`) as string]));
  return (
    <div
      className="upload field"
      data-upload
      data-keeps={keeps ? 'yes' : undefined}
      data-refresh={refresh}
      data-target={JSON.stringify(target)}
      data-words={JSON.stringify({ ...words, ...raw })}
    >
      <label className="label" htmlFor="files">
        {t('field.label')} {optional && <span className="optional">{optional}</span>}
      </label>
      <p className="hint" id="files-hint">
        {t('field.hint')}
      </p>
      {error}
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept={acceptedFiles}
        className="upload__input"
        aria-describedby={error ? 'files-hint files-error' : 'files-hint'}
        aria-invalid={error ? true : undefined}
      />
      <label className="btn btn--second upload__add" htmlFor="files">
        {t('field.add')}
      </label>
      {/* Only the script sends what is chosen here: a list of kinds keeps some phones from offering their camera. */}
      <input
        id="files-camera"
        type="file"
        accept="image/*"
        capture="environment"
        className="upload__input upload__input--camera"
        aria-describedby="files-hint"
      />
      <label className="btn btn--second upload__add upload__add--camera" htmlFor="files-camera">
        {t('field.camera')}
      </label>
      {children}
      <p className="hint" data-upload-kinds hidden>
        {t('field.kinds')}
      </p>
      <p className="upload__said sr" role="status" data-upload-status />
    </div>
  );
}
