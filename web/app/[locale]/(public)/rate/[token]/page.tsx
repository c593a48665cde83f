import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formTitle } from '../../../../../features/forms/error-title.ts';
import { readFormResult } from '../../../../../features/forms/form-result.ts';
import { LinkForm } from '../../../../../features/rate/link-form.tsx';
import { ratingLinkDocument, readScore } from '../../../../../features/rate/rating-link.ts';
import { ServiceAway } from '../../../../../features/shell/service-away.tsx';
import { query } from '../../../../../graphql/server.ts';
import { pageLocale } from '../../../../../i18n/page-locale.ts';
import { ErrorSummary } from '../../../../../ui/error-summary.tsx';
import { formatDate } from '../../../../../ui/format.ts';
import { withReferences } from '../../../../../ui/with-references.tsx';
import { written } from '../../../../../ui/written.ts';

interface Props {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<{ score?: string | string[]; thanks?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('track.rate.link');
  return { ...(await formTitle(t('title'))), robots: { index: false } };
}

/** Where the stars of an e-mail lead. Opening it changes nothing; the form that it holds does. */
export default async function RatePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const token = decodeURIComponent((await params).token);
  const asked = await searchParams;
  const { data, problem } = await query(ratingLinkDocument, { token });
  const ended = problem?.code === 'NOT_FOUND' || problem?.code === 'BAD_USER_INPUT';
  const page = `/${locale}/rate/${encodeURIComponent(token)}`;
  if (problem && !ended) return <ServiceAway retry={page} />;
  const t = await getTranslations('track.rate.link');
  const link = data?.link ?? null;
  if (!link) return <Told title={t('expiredTitle')} text={t('expired')} open={`/${locale}/track`} />;

  const open = `/${locale}/track?${new URLSearchParams({ reference: link.reference })}`;
  const thanks = readScore(asked.thanks);
  if (link.rated && thanks !== null) {
    return (
      <Told
        title={t('thanks', { score: thanks })}
        text={t('thanksText')}
        subject={link.subject}
        open={open}
        low={thanks <= 2}
      />
    );
  }
  if (link.rated) return <Told title={t('usedTitle')} text={t('used')} subject={link.subject} open={open} />;

  const result = await readFormResult();
  const common = await getTranslations('common');
  const outcome = await getTranslations('case.outcome');
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <ErrorSummary heading={common('errors.heading')} problems={result?.problems ?? []} />
        <h1 className="h1">{t('title')}</h1>
        <p className="lead space-2" {...written(link.subject)}>
          {link.subject}
        </p>
        <LinkForm locale={locale} token={token} score={readScore(asked.score)} result={result} />
        {link.answer && (
          <section className="answer space-6" aria-labelledby="answer">
            <h2 id="answer" className="h2">
              {outcome(link.answer.outcome)}
            </h2>
            <p className="small muted">
              {link.entity?.name} · {formatDate(locale, link.answer.publishedAt, 'moment')}
            </p>
            <div {...written(link.answer.text)} className="as-written space-3">
              {withReferences(link.answer.text)}
            </div>
          </section>
        )}
      </div>
    </main>
  );
}

interface ToldProps {
  title: string;
  text: string;
  subject?: string;
  open: string;
  low?: boolean;
}

async function Told({ title, text, subject, open, low = false }: ToldProps) {
  const t = await getTranslations('track.rate.link');
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <h1 className="h1">{title}</h1>
        {subject && (
          <p className="lead space-2" {...written(subject)}>
            {subject}
          </p>
        )}
        <p className="space-3">{text}</p>
        {low && (
          <section className="inset space-5" aria-labelledby="low">
            <h2 id="low" className="h3">
              {t('lowTitle')}
            </h2>
            <p>{t('lowText')}</p>
          </section>
        )}
        <div className="actions">
          <a
            className={low ? 'btn btn--primary btn--lg' : 'btn btn--second'}
            href={low ? `${open}#reopen` : open}
          >
            {t('open')}
          </a>
        </div>
      </div>
    </main>
  );
}
