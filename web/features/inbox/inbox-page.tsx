import { useTranslations } from 'next-intl';
import type { InboxQuery } from '../../graphql/generated/graphql.ts';
import type { Problem } from '../../graphql/problem.ts';
import type { Viewer } from '../../session/viewer.ts';
import { entityNames } from '../staff/staff-post.ts';
import { type InboxAddress, writeAddress } from './inbox-address.ts';
import { ActiveFilters, InboxFilters } from './inbox-filters.tsx';
import { InboxScreen } from './inbox-screen.island.tsx';
import { EmptyInbox, InboxProblem } from './inbox-states.tsx';

interface InboxPageProps {
  title: string;
  lead?: string;
  /** Path of the page, without a query. */
  action: string;
  address: InboxAddress;
  viewer: Viewer;
  answer: { data: InboxQuery | null; problem: Problem | null };
}

/** A list of cases, as it stands when the page is made; the island keeps it up to date. */
export function InboxPage({ title, lead, action, address, viewer, answer }: InboxPageProps) {
  const t = useTranslations('staff.problem');
  const { data, problem } = answer;
  if (!data) {
    const again = `${action}${writeAddress(address, { after: address.after })}`;
    return <InboxProblem code={problem?.code ?? t('other')} again={again} />;
  }
  const { edges, totalCount, pageInfo } = data.cases;
  const entities = entityNames(viewer.posts);
  return (
    <InboxScreen
      key={`${action}${writeAddress(address, { after: address.after })}`}
      title={title}
      lead={lead}
      rows={edges.map((edge) => edge.node)}
      total={totalCount}
      next={pageInfo.hasNextPage ? pageInfo.endCursor : null}
      readAt={Date.now()}
      address={address}
      posts={viewer.posts.map((post) => post.id)}
      showEntity={entities === null || entities.length > 1}
      filters={<InboxFilters address={address} action={action} />}
      active={<ActiveFilters address={address} action={action} />}
      empty={<EmptyInbox address={address} action={action} />}
    />
  );
}
