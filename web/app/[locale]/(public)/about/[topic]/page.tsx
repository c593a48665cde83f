import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundPage } from '../../../../../features/shell/not-found-page.tsx';
import { pageLocale } from '../../../../../i18n/page-locale.ts';

const topics = ['privacy', 'accessibility', 'open-data', 'help'] as const;
const paragraphs = ['p1', 'p2', 'p3'] as const;

interface Props {
  params: Promise<{ locale: string; topic: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const topic = await topicOf(params);
  const t = await getTranslations();
  return { title: topic ? t(`about.${topic}.title`) : t('common.problem.notFoundHeading') };
}

/** What people ask about the site itself. */
export default async function AboutPage({ params }: Props) {
  const locale = await pageLocale(params);
  const topic = await topicOf(params);
  if (!topic) return <NotFoundPage locale={locale} />;
  const t = await getTranslations('about');
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1 className="h1">{t(`${topic}.title`)}</h1>
        {paragraphs.map((name) => t.has(`${topic}.${name}`) && <p key={name}>{t(`${topic}.${name}`)}</p>)}
        {topic === 'open-data' && (
          <p>
            <a className="alone" href={`/${locale}/performance`}>
              {t('open-data.link')}
            </a>
          </p>
        )}
      </div>
    </main>
  );
}

async function topicOf(params: Props['params']) {
  const { topic } = await params;
  return topics.find((one) => one === topic) ?? null;
}
