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
import { filterOf, type InboxAddress, writeAddress } from './address/inbox-address.ts';
import { BulkBar } from './bulk/bulk-bar.island.tsx';
import { BulkToast } from './bulk/bulk-toast.tsx';
import { useBulk } from './bulk/use-bulk.island.ts';
import { InboxRows } from './inbox-rows.tsx';
import { KeyFoot, useInboxKeyLines } from './key-hints.island.tsx';
import { type Trail, trailKey } from './list/case-trail.ts';
import { groupByEntity } from './list/inbox-groups.ts';
import type { ListCounts } from './list/list-page.ts';
import type { OwnRowRef } from './list/row-view.ts';
import { useLiveList } from './list/use-live-list.island.ts';
import { useInboxKeys } from './use-inbox-keys.island.ts';
import { useRowCommands } from './use-row-commands.island.ts';
import { useRowFocus } from './use-row-focus.island.ts';

interface InboxScreenProps {
  title: string;
  lead?: string;
  rows: readonly OwnRowRef[];
  total: number;
  next: string | null;
  counts: ListCounts;
  readAt: number;
  address: InboxAddress;
  /** The filter of a saved view; null: the view's own. */
  base: CaseFilter | null;
  /** Whether the viewer may do things to many cases at once. */
  mayAct: boolean;
  showEntity: boolean;
  /** Codes of the entities that the viewer works for. */
  own: readonly string[];
  filters: ReactNode;
  saving: ReactNode;
  active: ReactNode;
  empty: ReactNode;
}

/** By entity, or back to the order of deadlines. */
function GroupLink({ address }: { address: InboxAddress }) {
  const t = useTranslations('inbox.group');
  const { grouped } = address;
  return (
    <a className="btn btn--quiet btn--sm" href={writeAddress(address, { grouped: !grouped }) || '?'}>
      <Icon name={grouped ? 'clock' : 'building'} />
      {grouped ? t('deadline') : t('entity')}
    </a>
  );
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

  useRowCommands(body, live, props.mayAct ? bulk : null);
  useRowFocus(body, [bulk.form, bulk.busy, bulk.picked.length]);

  const references = useMemo(() => list.rows.map((row) => row.reference), [list.rows]);
  const { grouped, seen } = props.address;
  const entities = live.counts.groups;
  const groups = useMemo(
    () =>
      grouped
        ? groupByEntity(list.rows).map(({ name, rows }) => ({
            rows: rows.length,
            total: entities[name] ?? 0,
          }))
        : [],
    [grouped, list.rows, entities],
  );
  useEffect(() => {
    const from = query ? `${path}?${query}` : path;
    const trail: Trail = { from, references, before: seen, total, groups };
    sessionStorage.setItem(trailKey, JSON.stringify(trail));
  }, [path, query, references, total, seen, groups]);

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
        {props.showEntity && props.address.view !== 'scoring' && <GroupLink address={props.address} />}
        {props.filters}
      </header>
      {props.active}
      {bulk.picked.length > 0 && <BulkBar bulk={bulk} />}
      <div className="inbox__list" ref={body}>
        {list.rows.length === 0 ? (
          props.empty
        ) : (
          <InboxRows
            address={props.address}
            counts={live.counts.groups}
            list={list}
            now={now}
            showEntity={props.showEntity}
            own={props.own}
            bulk={props.mayAct ? bulk : null}
          />
        )}
        <Pages address={props.address} next={props.next} rows={props.rows.length} />
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

function Pages({ address, next, rows }: { address: InboxAddress; next: string | null; rows: number }) {
  const t = useTranslations('inbox.list');
  if (!next && !address.after) return null;
  return (
    <nav className="pages" aria-label={t('label')}>
      {address.after && <a href={writeAddress(address) || '?'}>{t('first')}</a>}
      {next && (
        <a
          className="btn btn--second btn--sm"
          rel="next"
          href={writeAddress(address, { after: next, seen: address.seen + rows })}
        >
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
  const isOpenByDeadline =
    address.view === 'next' && !address.saved && filterOf(address).open && !address.grouped;
  return t(isOpenByDeadline ? 'count.open' : 'count.found', { count: total });
}
