import { type TeamPart, teamKeys } from './team-keys.ts';

/** The line that opens a form beside the steps, with its letter. */
export function KeySummary({ part, children }: { part: TeamPart; children: string }) {
  return (
    <summary>
      {children}{' '}
      <span className="key" aria-hidden="true">
        {teamKeys[part].slice(3)}
      </span>
    </summary>
  );
}
