'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { knownName } from '../../ui/known-name.ts';
import { type InboxAddress, writeAddress } from './address/inbox-address.ts';
import { notSet } from './address/list-filters.ts';
import type { Bulk } from './bulk/use-bulk.island.ts';
import { type DueGroup, groupByEntity, groupRows } from './list/inbox-groups.ts';
import type { LiveList } from './list/live-list.ts';
import { MailRow } from './list/mail-row.tsx';
import type { InboxRow } from './list/row-view.ts';

interface InboxRowsProps {
  address: InboxAddress;
  list: LiveList<InboxRow>;
  /** By name of a heading, how many cases of the whole list stand under it. */
  counts: Readonly<Record<string, number>>;
  now: number;
  showEntity: boolean;
  /** Codes of the entities that the viewer works for. */
  own: readonly string[];
  bulk: Bulk | null;
}

/** One flat list with headings in it: however rows change, none changes its place or loses the focus. */
export function InboxRows({ address, list, counts, now, showEntity, own, bulk }: InboxRowsProps) {
  const { grouped } = address;
  const words = useTranslations('inbox.row');
  const away = useTranslations('staff.row')('nameAway');
  // biome-ignore lint/correctness/useExhaustiveDependencies: headings are drawn when the reader gets the list
  const groups = useMemo(
    () => (grouped ? groupByEntity(list.opened) : groupRows(list.opened, now)),
    [grouped, list.opened],
  );
  const current = new Map(list.rows.map((row) => [row.id, row]));
  return (
    <ul>
      {groups.flatMap(({ name, rows }) => [
        <Heading
          key={`${name} ${rows[0]?.id}`}
          address={address}
          name={name}
          entity={knownName(rows[0]?.entity, rows[0]?.assigned, { none: words('unknownEntity'), away })}
          count={counts[name] ?? null}
          rows={rows.length}
        />,
        ...rows.map(({ id }) => {
          const row = current.get(id);
          return (
            row && (
              <MailRow
                key={id}
                row={row}
                now={now}
                mark={list.marks[id]}
                showEntity={showEntity && !grouped}
                own={own}
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

interface HeadingProps {
  address: InboxAddress;
  name: string;
  /** Whose cases these are, in a list by entity. */
  entity: string;
  /** How many cases of the whole list stand under it; null where that is not known. */
  count: number | null;
  /** How many of them are shown. */
  rows: number;
}

function Heading({ address, name, entity, count, rows }: HeadingProps) {
  const t = useTranslations('staff');
  const words = useTranslations('inbox');
  const all = writeAddress(address, { entities: [name || notSet], grouped: false });
  return (
    <li className="group">
      <h2>{address.grouped ? entity : t(`group.${name as DueGroup}`)}</h2>
      <span>
        {count === null
          ? t('count.shown', { count: rows })
          : t('count.found', { count: Math.max(count, rows) })}
      </span>
      {address.grouped && count !== null && count > rows && (
        <a className="group__all" href={all}>
          {words('group.only')}
        </a>
      )}
    </li>
  );
}
