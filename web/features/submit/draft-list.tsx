import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { formatDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { typeIcons } from '../../ui/vocabulary.ts';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { firstOpenStep } from './draft/draft.ts';
import type { KeptDraft } from './draft/kept-draft.ts';
import { type Preset, stepPath } from './step-path.ts';
import { deleteDraft } from './submit.action.ts';

interface Props {
  locale: Locale;
  drafts: readonly KeptDraft[];
  /** What the new request would begin with. */
  preset: Preset;
  /** The draft that was asked for exists no more. */
  gone: boolean;
}

/** The drafts of this browser, each to go on with or to delete, and a new request beside them. */
export async function DraftList({ locale, drafts, preset, gone }: Props) {
  const t = await getTranslations();
  const type = preset.type && t(`case.type.${preset.type}`);
  const begin = `/${locale}/submit/start?${new URLSearchParams({ ...preset, new: 'yes' })}`;
  return (
    <main id="main" className="wrap page">
      <div className="narrow">
        <h1 className="h1">{t(gone ? 'submit.drafts.goneTitle' : 'submit.drafts.title')}</h1>
        {gone && <p className="lead space-3">{t('submit.drafts.gone')}</p>}
        {drafts.length > 0 && <p className="hint space-3">{t('submit.drafts.hint')}</p>}
        <ul className="drafts space-5">
          {drafts.map(({ id, draft, changedAt }) => {
            const name = draft.typed?.subject?.trim() || draft.subject || t('submit.drafts.noSubject');
            return (
              <li key={id}>
                <div>
                  <span className="small muted">
                    {draft.type && (
                      <>
                        <Icon name={typeIcons[draft.type]} /> {t(`case.type.${draft.type}`)} ·{' '}
                      </>
                    )}
                    {t('submit.drafts.changed', {
                      date: formatDate(locale, new Date(changedAt), 'moment'),
                    })}
                  </span>
                  <b className="line as-written" {...written(name)}>
                    {withReferences(name)}
                  </b>
                </div>
                <div className="row">
                  <a className="btn btn--primary" href={stepPath(locale, firstOpenStep(draft), id)}>
                    {t.rich('submit.drafts.resume', {
                      name,
                      hidden: (chunks) => <span className="sr">{chunks}</span>,
                    })}
                  </a>
                  <form action={deleteDraft} noValidate>
                    <input type="hidden" name="locale" value={locale} />
                    <input type="hidden" name="draft" value={id} />
                    <button type="submit" className="btn btn--quiet">
                      {t.rich('submit.drafts.delete', {
                        name,
                        hidden: (chunks) => <span className="sr">{chunks}</span>,
                      })}
                    </button>
                  </form>
                </div>
              </li>
            );
          })}
        </ul>
        <div className="actions">
          <a className={`btn btn--lg ${drafts.length > 0 ? 'btn--second' : 'btn--primary'}`} href={begin}>
            {type ? t('submit.drafts.newOfType', { type }) : t('submit.drafts.new')}
          </a>
        </div>
      </div>
    </main>
  );
}
