/** The mark: a wall of stones, one of them yours. */
export function Mark({ href, name, tagline }: { href: string; name: string; tagline?: string }) {
  return (
    <a className="mark" href={href}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <g className="m-stone">
          <rect x="2" y="3" width="22" height="10" rx="1" />
          <rect x="26" y="3" width="12" height="10" rx="1" />
          <rect x="2" y="15" width="10" height="10" rx="1" />
          <rect x="26" y="15" width="12" height="10" rx="1" />
          <rect x="2" y="27" width="17" height="10" rx="1" />
          <rect x="21" y="27" width="17" height="10" rx="1" />
        </g>
        <rect className="m-you" x="14" y="15" width="10" height="10" rx="1" />
      </svg>
      <span>
        <b>{name}</b>
        {tagline && <small>{tagline}</small>}
      </span>
    </a>
  );
}
