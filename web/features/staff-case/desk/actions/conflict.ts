/** What happened to a case since somebody opened it, and whether what they wrote may still be sent. */
export interface Entry {
  id: string;
}

/** The entries (oldest first) after the one that was last when the case was opened; all, if it is not there. */
export function since<E extends Entry>(entries: readonly E[], lastSeen: string | null): readonly E[] {
  if (lastSeen === null) return entries;
  const index = entries.findIndex((entry) => entry.id === lastSeen);
  return entries.slice(index + 1);
}

export interface Opened {
  /** Version the viewer has seen. */
  seen: number;
  /** Newest version heard of. */
  newest: number;
}

/** A case was heard of at a version. Versions only grow; an old one that is replayed changes nothing. */
export function heard(opened: Opened, version: number): Opened {
  return version > opened.newest ? { ...opened, newest: version } : opened;
}

/** The viewer has looked at the case as of a version. */
export function looked(opened: Opened, version: number): Opened {
  return { seen: Math.max(opened.seen, version), newest: Math.max(opened.newest, version) };
}

/** Sending is held back while the case has moved on from what the viewer has seen. */
export function mayBeSent(opened: Opened): boolean {
  return opened.seen >= opened.newest;
}
