'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BulkEntitiesQuery as Entities } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useStaffLive } from '../../staff/live/staff-live.island.tsx';
import { BulkEntitiesQuery, BulkPostsQuery } from '../inbox.query.ts';
import type { InboxRow } from '../row-view.ts';

interface FormProps {
  rows: readonly InboxRow[];
  busy: boolean;
}

interface PostChoice {
  id: string;
  words: string;
}

/** To whom the picked cases go. One entity's focal points: cases of several entities are assigned apart. */
export function AssignManyForm({ rows, busy, onSend }: FormProps & { onSend(postId: string): void }) {
  const t = useTranslations('inbox.bulk');
  const entities = [...new Set(rows.map((row) => row.entity?.code ?? null))];
  const [entity] = entities;
  const posts = usePosts(entities.length === 1 ? (entity ?? null) : null);
  const field = useRef<HTMLSelectElement>(null);

  useEffect(() => {
    if (posts) field.current?.focus();
  }, [posts]);

  if (entities.length !== 1 || entity === null) {
    return (
      <p className="bulkform" role="status">
        {t('manyEntities')}
      </p>
    );
  }
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get('post')));
  }
  return (
    <form className="bulkform" onSubmit={onSubmit}>
      <label className="label small" htmlFor="bulk-post">
        {t('post')}
      </label>
      <select
        ref={field}
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
        {t('assignSend', { count: rows.length })}
      </button>
    </form>
  );
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
      <select id="bulk-entity" name="entity" className="select" required disabled={!sectors} defaultValue="">
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
