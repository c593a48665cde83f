'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { CaseFilter } from '../../graphql/generated/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyList } from '../staff/key-list.island.tsx';
import { useLanguage } from '../staff/language.ts';
import { useNow } from '../staff/live/use-now.island.ts';
import { clockSeconds } from '../staff/when.ts';
import { BulkBar } from './bulk/bulk-bar.island.tsx';
import { BulkToast } from './bulk/bulk-toast.tsx';
import { type Bulk, useBulk } from './bulk/use-bulk.island.ts';
import { trailKey } from './case-trail.ts';
import { type InboxAddress, writeAddress } from './inbox-address.ts';
import { groupRows } from './inbox-groups.ts';
import { KeyFoot, useInboxKeyLines } from './key-hints.island.tsx';
import type { LiveList } from './live-list.ts';
import { MailRow } from './mail-row.tsx';
import type { InboxRow, OwnRowRef } from './row-view.ts';
import { useInboxKeys } from './use-inbox-keys.island.ts';
import { useLiveList } from './use-live-list.island.ts';
import { useRowFocus } from './use-row-focus.island.ts';

interface InboxScreenProps {
  title: string;
  lead?: string;
  rows: readonly OwnRowRef[];
  total: number;
  next: string | null;
  readAt: number;
  address: InboxAddress;
  /** The filter of a saved view; null: the view's own. */
  base: CaseFilter | null;
  /** Whether the viewer may do things to many cases at once. */
  mayAct: boolean;
  showEntity: boolean;
  filters: ReactNode;
  saving: ReactNode;
  active: ReactNode;
  empty: ReactNode;
}

/** The inbox: a plain list that keeps itself up to date, is driven by the keyboard and never jumps. */
export function InboxScreen(props: InboxScreenProps) {
  const t = useTranslations('staff');
  const language = useLanguage();
  const now = useNow(props.readAt, 30_000);
  const live = useLiveList(props, props.address, props.base);
  const { list, total, syncedAt, renew } = live;
  const bulk = useBulk(live);
  const body = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePathname();
  const query = useSearchParams().toString();

  const showNew = useCallback(async () => {
    await renew();
    body.current?.scrollTo({ top: 0 });
    body.current?.querySelector<HTMLElement>('[data-reference]')?.focus();
  }, [renew]);
  const showHints = useCallback(() => dialog.current?.showModal(), []);
  useInboxKeys({ list: body, bulk: props.mayAct ? bulk : null, onHints: showHints, onRenew: showNew });

  useRowFocus(body, [bulk.form, bulk.busy, bulk.picked.length]);

  const references = useMemo(() => list.rows.map((row) => row.reference), [list.rows]);
  useEffect(() => {
    const from = query ? `${path}?${query}` : path;
    sessionStorage.setItem(trailKey, JSON.stringify({ from, references }));
  }, [path, query, references]);

  const { fresh } = list;
  useEffect(() => {
    const plain = document.title;
    if (fresh > 0) document.title = `(${fresh}) ${plain}`;
    return () => {
      document.title = plain;
    };
  }, [fresh]);

  return (
    <main className="inbox" id="main">
      <header className="inbox__head">
        <div className="inbox__title">
          <h1 tabIndex={-1}>{props.title}</h1>
          <span className="muted">{props.lead ?? countWords(t, total, props.address)}</span>
        </div>
        <span role="status" className="inbox__news">
          {fresh > 0 && (
            <button type="button" className="newbar" onClick={showNew}>
              <Icon name="up" />
              {t('list.fresh', { count: fresh })}
              <span className="key" aria-hidden="true">
                .
              </span>
            </button>
          )}
        </span>
        {props.saving}
        {props.filters}
      </header>
      {props.active}
      {bulk.picked.length > 0 && <BulkBar bulk={bulk} />}
      <div className="inbox__list" ref={body}>
        {list.rows.length === 0 ? (
          props.empty
        ) : (
          <Rows
            hasMore={props.next !== null}
            list={list}
            now={now}
            showEntity={props.showEntity}
            bulk={props.mayAct ? bulk : null}
          />
        )}
        <Pages address={props.address} next={props.next} />
      </div>
      <BulkToast
        result={bulk.result}
        rows={list.rows}
        busy={bulk.busy}
        onUndo={bulk.undo}
        onClose={bulk.close}
      />
      <KeyFoot
        onAll={showHints}
        acts={props.mayAct}
        synced={t('list.synced', { time: clockSeconds(language, syncedAt) })}
      />
      <KeyList dialog={dialog} lines={useInboxKeyLines(props.mayAct)} />
    </main>
  );
}

interface RowsProps {
  list: LiveList<InboxRow>;
  now: number;
  showEntity: boolean;
  /** Whether further pages follow. */
  hasMore: boolean;
  bulk: Bulk | null;
}

/** One flat list with headings in it: however rows change, none changes its place or loses the focus. */
function Rows({ list, now, showEntity, hasMore, bulk }: RowsProps) {
  const t = useTranslations('staff');
  // biome-ignore lint/correctness/useExhaustiveDependencies: headings are drawn when the reader gets the list
  const groups = useMemo(() => groupRows(list.opened, now), [list.opened]);
  const current = new Map(list.rows.map((row) => [row.id, row]));
  return (
    <ul>
      {groups.flatMap((group, index) => [
        <li key={`${group.name} ${group.rows[0]?.id}`} className="group">
          <h2>{t(`group.${group.name}`)}</h2>
          {/* The last group may go on behind what is loaded: then only what is shown is counted. */}
          <span>
            {t(index === groups.length - 1 && hasMore ? 'count.shown' : 'count.found', {
              count: group.rows.length,
            })}
          </span>
        </li>,
        ...group.rows.map(({ id }) => {
          const row = current.get(id);
          return (
            row && (
              <MailRow
                key={id}
                row={row}
                now={now}
                mark={list.marks[id]}
                showEntity={showEntity}
                picked={bulk?.selection.picked.includes(id) ?? false}
                busy={bulk?.busy === true && bulk.selection.picked.includes(id)}
                onPick={bulk?.pick ?? null}
              />
            )
          );
        }),
      ])}
    </ul>
  );
}

function Pages({ address, next }: { address: InboxAddress; next: string | null }) {
  const t = useTranslations('inbox.list');
  if (!next && !address.after) return null;
  return (
    <nav className="pages" aria-label={t('label')}>
      {address.after && <a href={writeAddress(address) || '?'}>{t('first')}</a>}
      {next && (
        <a className="btn btn--second btn--sm" rel="next" href={writeAddress(address, { after: next })}>
          {t('next')}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}

type Words = ReturnType<typeof useTranslations<'staff'>>;

function countWords(t: Words, total: number, address: InboxAddress): string {
  if (total >= 10_000) return t('count.many', { count: '10,000' });
  return address.view === 'next' ? t('count.open', { count: total }) : t('count.found', { count: total });
}
