import type { ReactNode, Ref } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { TrialResult } from './trial-result.ts';

interface ResultSummaryProps {
  result: TrialResult<unknown>;
  summary: Ref<HTMLDivElement>;
  title: string;
  /** Leads to the version that somebody else has published. */
  reread: ReactNode;
}

/** What came of it, on top of the form: errors that lead to their boxes, or that it is done. */
export function ResultSummary({ result, summary, title, reread }: ResultSummaryProps) {
  if (result.status === 'idle') return null;
  if (result.status === 'tried' || result.status === 'published') {
    return (
      <div className="donebar" role="status" tabIndex={-1} ref={summary}>
        <Icon name="check" />
        {title}
      </div>
    );
  }
  return (
    <div className="errors errors--staff" role="alert" tabIndex={-1} ref={summary}>
      <h3>{title}</h3>
      <ul>
        {result.errors.map(({ id, message }) => (
          <li key={`${id}${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
        ))}
      </ul>
      {result.status === 'conflict' && reread}
    </div>
  );
}
