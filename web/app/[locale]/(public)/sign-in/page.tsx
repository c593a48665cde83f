import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageLocale } from '../../../../i18n/page-locale.ts';
import { safeReturnPath } from '../../../../session/return-path.ts';
import { hasSession, signInPath } from '../../../../session/viewer.ts';
import { Icon } from '../../../../ui/icon.tsx';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ to?: string | string[]; problem?: string | string[] }>;
}

const problems = ['issuer', 'expired', 'cancelled', 'failed', 'away'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params);
  const t = await getTranslations('common.signInPage');
  return { title: t('title') };
}

/** The door: one button that leads to the issuer, and what went wrong there. */
export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { to, problem } = await searchParams;
  const back = safeReturnPath(typeof to === 'string' ? to : null, `/${locale}/mine`);
  // From the home page one goes on to one's requests.
  const next = back === `/${locale}` ? `/${locale}/mine` : back;
  const wrong = problems.find((one) => one === problem);
  // Who is signed in and cannot be recognised now stays here, and goes back when the service does.
  const isAway = wrong === 'away';
  if (!isAway && (await hasSession())) redirect(next);
  const t = await getTranslations('common.signInPage');
  const common = await getTranslations('common.problem');
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        {wrong && (
          <p className="notice gap-5" role="alert">
            <Icon name="overdue" />
            <span>{t(`problem.${wrong}`)}</span>
          </p>
        )}
        <h1 className="h1">{t('title')}</h1>
        <p className="lead space-2 gap-5">{t('lead')}</p>
        <a className="btn btn--primary btn--lg" href={isAway ? back : signInPath(locale, next)}>
          {!isAway && <Icon name="identity" />}
          {isAway ? common('retry') : t('button')}
        </a>
        {!isAway && <p className="hint space-3">{t('buttonHint')}</p>}
        <p className="small muted space-6">
          {t('noAccount')} <a href={`/${locale}`}>{t('start')}</a>
        </p>
      </div>
    </main>
  );
}
