export interface FieldProblem {
  /** Id of the box to go to. */
  field: string;
  message: string;
}

/** All that keeps a form from going on, above it, with the focus on it as the page opens. */
export function ErrorSummary({ heading, problems }: { heading: string; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back because of these errors; people must hear of them first.
    <div className="errors" role="alert" aria-labelledby="errors-heading" tabIndex={-1} autoFocus>
      <h2 id="errors-heading">{heading}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
