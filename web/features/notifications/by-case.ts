/** Notifications about one request, the newest first. */
export interface Group<N> {
  /** The reference of the request; of a notification about none, its id. */
  key: string;
  notifications: N[];
}

/** Puts notifications about the same request together, where the newest of them stands. */
export function byCase<N extends { id: string; case: { reference: string } | null }>(
  notifications: readonly N[],
): Group<N>[] {
  const groups = new Map<string, Group<N>>();
  for (const notification of notifications) {
    const key = notification.case?.reference ?? notification.id;
    const group = groups.get(key) ?? { key, notifications: [] };
    group.notifications.push(notification);
    groups.set(key, group);
  }
  return [...groups.values()];
}
