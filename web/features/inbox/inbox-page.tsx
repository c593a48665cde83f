import { useTranslations } from 'next-intl';
import type { CaseFilter } from '../../graphql/generated/graphql.ts';
import type { Viewer } from '../../session/viewer.ts';
import { entityNames, mayActOnMany } from '../staff-shell/staff-post.ts';
import { filterOf, type InboxAddress, writeAddress } from './address/inbox-address.ts';
import type { SavedView } from './address/saved-filter.ts';
import { savedFilter } from './address/saved-filter.ts';
import { bulkTools, toolsFor } from './bulk/tools.ts';
import { ActiveFilters } from './filters/active-filters.tsx';
import { InboxFilters } from './filters/inbox-filters.tsx';
import { SaveView } from './filters/save-view.island.tsx';
import { InboxScreen } from './inbox-screen.island.tsx';
import { EmptyInbox, InboxProblem } from './inbox-states.tsx';
import { type OwnRowRef, readActions, readRow } from './list/row-view.ts';
import type { InboxRead } from './read-inbox.ts';

interface InboxPageProps {
  title: string;
  lead?: string;
  /** Path of the page, without a query. */
  action: string;
  address: InboxAddress;
  viewer: Viewer;
  /** The saved view that is looked at; null: none. */
  saved?: SavedView | null;
  read: InboxRead;
}

/** Whether a tool for many cases applies to one of these: whoever stands in for a vacant post has none by their own. */
function mayActOn(rows: readonly OwnRowRef[]): boolean {
  const tools = toolsFor(rows.map(readRow), readActions(rows));
  return bulkTools.some((tool) => tools[tool].length > 0);
}

/** A list of cases, as it stands when the page is made; the island keeps it up to date. */
export function InboxPage({ title, lead, action, address, viewer, saved = null, read }: InboxPageProps) {
  const t = useTranslations('staff.problem');
  const { page, counts, choices, problem } = read;
  if (!page) {
    const again = `${action}${writeAddress(address, { after: address.after })}`;
    return <InboxProblem code={problem?.code ?? t('other')} again={again} />;
  }
  const { rows, total, next } = page;
  const entities = entityNames(viewer.posts);
  const base: CaseFilter | null = saved ? savedFilter(saved) : null;
  return (
    <InboxScreen
      key={`${action}${writeAddress(address, { after: address.after })}`}
      title={title}
      lead={lead}
      rows={rows}
      total={total}
      next={next}
      counts={counts}
      readAt={Date.now()}
      address={address}
      base={base}
      mayAct={mayActOnMany(viewer.posts) || mayActOn(rows)}
      showEntity={entities?.length !== 1}
      own={viewer.posts.flatMap((post) => post.entity?.code ?? [])}
      saving={
        address.view !== 'scoring' && (
          <SaveView key={saved?.id} filter={filterOf(address, base)} saved={saved} action={action} />
        )
      }
      filters={
        address.view !== 'scoring' && <InboxFilters address={address} action={action} choices={choices} />
      }
      active={<ActiveFilters address={address} action={action} choices={choices} closed={counts.closed} />}
      empty={<EmptyInbox address={address} action={action} closed={counts.closed} />}
    />
  );
}
