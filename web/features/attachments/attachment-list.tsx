import { useTranslations } from 'next-intl';
import type { AttachmentList_CaseFragment } from '../../graphql/generated/graphql.ts';
import { graphql } from '../../graphql/generated/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { FileSize } from './file-size.tsx';
import './attachments.css';

export const attachmentListFragment = graphql(`
  fragment AttachmentList_Case on Case {
    id
    reference
    mayAddFiles
    attachments {
      id
      fileName
      mediaType
      bytes
      state
      previewUrl
      by
    }
  }
`);

type File = AttachmentList_CaseFragment['attachments'][number];

interface AttachmentListProps {
  kase: AttachmentList_CaseFragment;
  /** Shown to the applicant. */
  own?: boolean;
}

/** The files of a case: a look at pictures, sizes, what is being checked, and the way to each. */
export function AttachmentList({ kase, own = false }: AttachmentListProps) {
  const t = useTranslations('attachments.list');
  if (kase.attachments.length === 0) return <p className="muted small">{t('none')}</p>;
  return (
    <ul className="files">
      {kase.attachments.map((file) => (
        <FileItem key={file.id} file={file} reference={kase.reference} own={own} />
      ))}
    </ul>
  );
}

function FileItem({ file, reference, own }: { file: File; reference: string; own: boolean }) {
  const t = useTranslations('attachments');
  const { id, fileName, bytes, state, previewUrl, by } = file;
  const ready = state === 'READY';
  const face = (
    <>
      <span className="files__face" aria-hidden="true">
        {previewUrl ? (
          // biome-ignore lint/performance/noImgElement: a link of five minutes is nothing to optimise and keep.
          <img src={`/api${previewUrl}`} alt="" />
        ) : (
          t(`kinds.${familyOf(file.mediaType)}`)
        )}
      </span>
      <span className="files__name">
        <bdi>{fileName}</bdi>
      </span>
    </>
  );
  return (
    <li className={ready ? undefined : 'is-shut'}>
      {ready ? (
        <a
          href={`/api/attachment/${reference}/${id}`}
          aria-label={t('list.download', { name: fileName })}
          download
        >
          {face}
        </a>
      ) : (
        <span>{face}</span>
      )}
      <span className="files__facts">
        <FileSize bytes={bytes} /> · {own && by === 'APPLICANT' ? t('list.own') : t(`list.by.${by}`)}
      </span>
      {!ready && (
        <span className="files__state">
          <Icon name={state === 'SCANNING' ? 'clock' : 'overdue'} /> {t(`list.state.${state}`)}
        </span>
      )}
    </li>
  );
}

function familyOf(mediaType: string): 'IMAGE' | 'VIDEO' | 'AUDIO' | 'DOCUMENT' {
  const [family] = mediaType.split('/', 1);
  return family === 'image'
    ? 'IMAGE'
    : family === 'video'
      ? 'VIDEO'
      : family === 'audio'
        ? 'AUDIO'
        : 'DOCUMENT';
}
