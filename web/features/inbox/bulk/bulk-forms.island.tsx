'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BulkEntitiesQuery as Entities } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useStaffLive } from '../../staff/live/staff-live.island.tsx';
import { BulkEntitiesQuery, BulkPostsQuery } from '../list/inbox.query.ts';
import type { InboxRow } from '../list/row-view.ts';

interface FormProps {
  rows: readonly InboxRow[];
  busy: boolean;
}

interface PostChoice {
  id: string;
  words: string;
}

interface AssignManyProps extends FormProps {
  onSend(rows: readonly InboxRow[], postId: string): void;
}

/** To whom the picked cases go: one of their entity's focal points. Cases of several entities go one entity at a time. */
export function AssignManyForm({ rows, busy, onSend }: AssignManyProps) {
  const t = useTranslations('inbox.bulk');
  const entities = entitiesOf(rows);
  const [wanted, setWanted] = useState<string | null>(null);
  const entity = entities.find(({ code }) => code === wanted) ?? entities[0];
  const posts = usePosts(entity?.code ?? null);
  const field = useRef<HTMLSelectElement>(null);

  useEffect(() => {
    if (posts) field.current?.focus();
  }, [posts]);

  if (!entity) return null;
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (entity) onSend(entity.rows, String(new FormData(event.currentTarget).get('post')));
  }
  return (
    <form className="bulkform" onSubmit={onSubmit}>
      {entities.length > 1 && (
        <>
          <label className="label small" htmlFor="bulk-of">
            {t('ofEntity')}
          </label>
          <select
            id="bulk-of"
            className="select"
            value={entity.code}
            onChange={({ target }) => setWanted(target.value)}
          >
            {entities.map(({ code, name, rows: some }) => (
              <option key={code} value={code}>
                {t('ofEntityCount', { entity: name, count: some.length })}
              </option>
            ))}
          </select>
        </>
      )}
      <label className="label small" htmlFor="bulk-post">
        {t('post')}
      </label>
      <select
        ref={field}
        key={entity.code}
        id="bulk-post"
        name="post"
        className="select"
        required
        disabled={!posts}
        defaultValue=""
      >
        <option value="">{posts ? t('choose') : t('reading')}</option>
        {posts?.map((post) => (
          <option key={post.id} value={post.id}>
            {post.words}
          </option>
        ))}
      </select>
      <button type="submit" className="btn btn--primary btn--sm" disabled={busy || !posts}>
        <Icon name="check" />
        {t('assignSend', { count: entity.rows.length })}
      </button>
    </form>
  );
}

interface EntityRows {
  code: string;
  name: string;
  rows: InboxRow[];
}

/** The rows by entity; one whose entity nobody knows has nobody to be given to. */
function entitiesOf(rows: readonly InboxRow[]): EntityRows[] {
  const found = new Map<string, EntityRows>();
  for (const row of rows) {
    if (!row.entity) continue;
    const { code, name } = row.entity;
    const group = found.get(code) ?? { code, name, rows: [] };
    group.rows.push(row);
    found.set(code, group);
  }
  return [...found.values()];
}

/** Where the picked cases should go, and why: their main focal point reads it for each. */
export function TransferManyForm({
  rows,
  busy,
  onSend,
}: FormProps & { onSend(entity: string, reason: string): void }) {
  const t = useTranslations('inbox.bulk');
  const sectors = useSectors();
  const own = new Set(rows.map((row) => row.entity?.code));
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (sectors) field.current?.focus();
  }, [sectors]);
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSend(String(form.get('entity')), String(form.get('reason')));
  }
  return (
    <form className="bulkform" onSubmit={onSubmit}>
      <label className="label small" htmlFor="bulk-entity">
        {t('entity')}
      </label>
      <select
        ref={field}
        id="bulk-entity"
        name="entity"
        className="select"
        required
        disabled={!sectors}
        defaultValue=""
      >
        <option value="">{sectors ? t('choose') : t('reading')}</option>
        {sectors?.map((sector) => (
          <optgroup key={sector.code} label={sector.name}>
            {sector.entities.edges
              .filter(({ node }) => !own.has(node.code))
              .map(({ node }) => (
                <option key={node.code} value={node.code}>
                  {node.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <label className="label small" htmlFor="bulk-reason">
        {t('reason')}
      </label>
      <textarea
        id="bulk-reason"
        name="reason"
        className="textarea textarea--short"
        dir="auto"
        rows={2}
        required
        maxLength={2_000}
      />
      <button type="submit" className="btn btn--primary btn--sm" disabled={busy || !sectors}>
        <Icon name="transfer" />
        {t('transferSend', { count: rows.length })}
      </button>
    </form>
  );
}

/** The focal points of an entity; null until they are read. */
function usePosts(entity: string | null): PostChoice[] | null {
  const t = useTranslations('staff.form');
  const { link } = useStaffLive();
  const [posts, setPosts] = useState<PostChoice[] | null>(null);
  const vacant = t('vacant');
  useEffect(() => {
    let gone = false;
    setPosts(null);
    if (!link || entity === null) return;
    void link.ask(BulkPostsQuery, { entity }).then((data) => {
      if (gone || !data?.entity) return;
      const focal = data.entity.posts.filter(
        ({ role }) => role === 'SUB_FOCAL_POINT' || role === 'MAIN_FOCAL_POINT',
      );
      setPosts(
        focal.map(({ id, name, unit, holder }) => ({
          id,
          words: [holder?.name ?? vacant, unit?.name ?? name].join(' – '),
        })),
      );
    });
    return () => {
      gone = true;
    };
  }, [link, entity, vacant]);
  return posts;
}

/** All entities by sector; null until they are read. */
function useSectors(): Entities['sectors'] | null {
  const { link } = useStaffLive();
  const [sectors, setSectors] = useState<Entities['sectors'] | null>(null);
  useEffect(() => {
    let gone = false;
    void link?.ask(BulkEntitiesQuery, {}).then((data) => {
      if (!gone && data) setSectors(data.sectors);
    });
    return () => {
      gone = true;
    };
  }, [link]);
  return sectors;
}
