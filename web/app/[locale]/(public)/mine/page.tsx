import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MyCaseRow } from '../../../../features/mine/my-case-row.tsx';
import { shelve } from '../../../../features/mine/my-cases.ts';
import { ServiceAway } from '../../../../features/shell/service-away.tsx';
import { graphql } from '../../../../graphql/generated/index.ts';
import { query } from '../../../../graphql/server.ts';
import { pageLocale } from '../../../../i18n/page-locale.ts';
import { requireViewer } from '../../../../session/viewer.ts';
import { Island } from '../../../../ui/island.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

const myCasesDocument = graphql(`
  query MyCases($after: Cursor) {
    myCases(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          version
          state
          rating {
            score
          }
          ...MyCaseRow_Case
        }
      }
    }
  }
`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('mine');
  return { title: t('title') };
}

/** The requests of the signed-in person; kept up to date by the notifications that they cause. */
export default async function MinePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const viewer = await requireViewer(locale, `/${locale}/mine`);
  const { after } = await searchParams;
  const { data } = await query(myCasesDocument, { after: typeof after === 'string' ? after : null });
  if (!data) return <ServiceAway retry={`/${locale}/mine`} />;
  const t = await getTranslations('mine');
  const { edges, pageInfo, totalCount } = data.myCases;
  const shelves = shelve(edges.map(({ node }) => node));
  return (
    <main id="main" className="wrap page">
      <p className="small muted">{t.rich('greeting', { name: () => <bdi key="name">{viewer.name}</bdi> })}</p>
      <h1 className="h1">{t('title')}</h1>
      <div className="actions">
        <a className="btn btn--primary btn--lg" href={`/${locale}/submit`}>
          {t('start')}
        </a>
      </div>
      <div
        id="mine"
        data-live-region
        data-live-version={edges.map(({ node }) => `${node.id}:${node.version}`).join()}
        data-live-source="/api/live/notifications"
      >
        {edges.length === 0 ? (
          <>
            <p className="lead space-3">{t('empty')}</p>
            <p className="hint space-2">{t('emptyText')}</p>
          </>
        ) : (
          <>
            <p className="muted space-2">{t('count', { count: totalCount })}</p>
            {(['needsYou', 'open', 'ended'] as const)
              .filter((shelf) => shelves[shelf].length > 0)
              .map((shelf) => (
                <section key={shelf} className="section" aria-labelledby={`mine-${shelf}`}>
                  <h2 className="h2" id={`mine-${shelf}`}>
                    {t(shelf)}
                  </h2>
                  <ul className="list space-3">
                    {shelves[shelf].map((node) => (
                      <MyCaseRow key={node.id} locale={locale} kase={node} />
                    ))}
                  </ul>
                </section>
              ))}
          </>
        )}
        {pageInfo.hasNextPage && (
          <p className="space-4">
            <a
              className="btn btn--second"
              href={`/${locale}/mine?${new URLSearchParams({ after: pageInfo.endCursor ?? '' })}`}
            >
              {t('next')}
            </a>
          </p>
        )}
      </div>
      <Island name="live" />
    </main>
  );
}
