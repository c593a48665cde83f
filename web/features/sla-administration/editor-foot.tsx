import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';

interface EditorFootProps {
  note: string;
  /** Words of the button that tries out; those of the one that publishes, null until it may. */
  tryIt: string;
  publish: string | null;
  pending: boolean;
  onTry(): void;
  /** Buttons before these. */
  children?: ReactNode;
}

/** The buttons of an editor: what is new is tried out first, and published by sending the form. */
export function EditorFoot({ note, tryIt, publish, pending, onTry, children }: EditorFootProps) {
  return (
    <div className="editor__foot">
      <span className="muted">{note}</span>
      <span className="row editor__send">
        {children}
        <button
          className={`btn ${publish === null ? 'btn--primary' : 'btn--second'}`}
          type="button"
          disabled={pending}
          onClick={onTry}
        >
          <Icon name="search" />
          {tryIt}
        </button>
        {publish !== null && (
          <button className="btn btn--primary" type="submit" disabled={pending}>
            <Icon name="check" />
            {publish}
          </button>
        )}
      </span>
    </div>
  );
}
