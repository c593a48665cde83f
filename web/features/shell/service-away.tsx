import { getTranslations } from 'next-intl/server';
import { Icon } from '../../ui/icon.tsx';

/** The gateway does not answer: said calmly, with a way to try again. */
export async function ServiceAway({ retry }: { retry: string }) {
  const t = await getTranslations('common.problem');
  return (
    <main id="main" className="wrap page" data-status="503">
      <div className="narrow">
        <h1 className="h1">{t('heading')}</h1>
        <p className="lead space-3">
          {t.rich('body', {
            phone: () => (
              <a href="tel:+96265008080" key="phone">
                <bdi dir="ltr">+962 6 500 8080</bdi>
              </a>
            ),
          })}
        </p>
        <div className="actions">
          <a className="btn btn--primary btn--lg" href={retry}>
            <Icon name="reopen" />
            {t('retry')}
          </a>
        </div>
      </div>
    </main>
  );
}
