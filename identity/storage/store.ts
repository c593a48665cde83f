import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Milliseconds since 1970; null is never. */
  expiresAt: number | null;
}
export type StoredEntry = [model: string, id: string, entry: Entry];

export interface Store {
  adapter(model: string): Adapter;
  /** Everything of these models that has not expired, to be kept elsewhere. */
  entries(models: Set<string>): StoredEntry[];
  restore(entries: StoredEntry[]): void;
  /** Called after each change of a model. */
  onChange(listener: (model: string) => void): void;
}

/**
 * Keeps what the issuer must remember, in memory: at most `most` things of each model, the oldest going
 * first, so that no flood of requests can fill it.
 */
export function openStore({ most = 20_000 } = {}): Store {
  const models = new Map<string, Map<string, Entry>>();
  const listeners: ((model: string) => void)[] = [];
  const of = (model: string) => {
    const entries = models.get(model) ?? new Map<string, Entry>();
    models.set(model, entries);
    return entries;
  };
  const changed = (model: string) => {
    for (const listener of listeners) listener(model);
  };
  const alive = (entry: Entry) => entry.expiresAt === null || entry.expiresAt > Date.now();

  const adapter = (model: string): Adapter => {
    const entries = of(model);
    const find = (id: string) => {
      const entry = entries.get(id);
      if (entry && alive(entry)) return entry.payload;
      entries.delete(id);
      return undefined;
    };
    const findBy = (key: 'uid' | 'userCode', value: string) =>
      entries.values().find((entry) => entry.payload[key] === value && alive(entry))?.payload;
    return {
      async upsert(id, payload, expiresIn) {
        entries.delete(id);
        entries.set(id, { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null });
        const [oldest] = entries.keys();
        if (entries.size > most && oldest !== undefined) entries.delete(oldest);
        changed(model);
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
        changed(model);
      },
      async destroy(id) {
        entries.delete(id);
        changed(model);
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of entries) if (payload.grantId === grantId) entries.delete(id);
        changed(model);
      },
    };
  };

  return {
    adapter,
    entries: (wanted) =>
      [...models]
        .filter(([model]) => wanted.has(model))
        .flatMap(([model, entries]) =>
          [...entries]
            .filter(([, entry]) => alive(entry))
            .map(([id, entry]): StoredEntry => [model, id, entry]),
        ),
    restore(entries) {
      for (const [model, id, entry] of entries) if (alive(entry)) of(model).set(id, entry);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
