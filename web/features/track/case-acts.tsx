import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { FieldError } from '../../ui/field.tsx';
import { withReferences } from '../../ui/with-references.tsx';
import { written } from '../../ui/written.ts';
import { errorsOf } from '../forms/errors-of.ts';
import type { FormResult } from '../forms/form-result.ts';
import { ActForm } from './act-form.tsx';
import { appealCase, reopenCase, requestEscalation, separateCase, withdrawCase } from './applicant.action.ts';
import type { TrackedCase } from './case/tracked-case.ts';

interface Props {
  kase: TrackedCase;
  locale: Locale;
  result: FormResult | null;
}

/** From this score down an answer was not good enough. */
const low = 2;

/** Reopening an answered request, or appealing when that was done before. Offered at once after a low rating. */
export async function ReopenOrAppeal({ kase, locale, result }: Props) {
  const t = await getTranslations('track.act');
  const act = kase.actions.includes('REOPEN') ? 'reopen' : kase.actions.includes('APPEAL') ? 'appeal' : null;
  if (!act) return null;
  const disappointed = (kase.rating?.score ?? 5) <= low;
  const returned = result?.problems.some(({ field }) => field.startsWith(act));
  const left = kase.reopeningsLeft;
  return (
    <details className="status fold gap-5" id={`fold-${act}`} open={disappointed || returned}>
      <summary>
        <h2 className="h2">{disappointed ? t(`${act}.titleLow`) : t(`${act}.title.${kase.type}`)}</h2>
      </summary>
      {/* Behind the fold, so that a link to it opens the fold. */}
      <div id={act}>
        <p className="space-3 gap-3">{act === 'reopen' ? t('reopen.text', { left }) : t('appeal.text')}</p>
        <ActForm
          act={act}
          action={act === 'reopen' ? reopenCase : appealCase}
          box={{ id: `${act}Reason`, rows: 4 }}
          kase={kase}
          locale={locale}
          result={result}
        />
      </div>
    </details>
  );
}

/** Somebody higher, once it is overdue. */
export async function Escalate({ kase, locale, result }: Props) {
  if (!kase.actions.includes('REQUEST_ESCALATION')) return null;
  const t = await getTranslations('track.act');
  return (
    <div id="escalate" tabIndex={-1} className="space-5">
      <p className="muted">{t('escalate.text')}</p>
      <ActForm act="escalate" action={requestEscalation} kase={kase} locale={locale} result={result} />
    </div>
  );
}

/** The request that this one follows is not the same after all: it becomes a request of its own. */
export async function Separate({ kase, locale, result }: Props) {
  if (!kase.actions.includes('SEPARATE')) return null;
  const t = await getTranslations('track.act');
  const returned = result?.problems.some(({ field }) => field.startsWith('separate'));
  return (
    <details className="fold gap-5" id="fold-separate" open={returned} data-no-print>
      <summary>
        <h2 className="h3">{t('separate.title')}</h2>
      </summary>
      <div id="separate">
        <p className="space-3 gap-3">{t('separate.text')}</p>
        <ActForm
          act="separate"
          action={separateCase}
          box={{ id: 'separateReason', rows: 2, optional: true }}
          kase={kase}
          locale={locale}
          result={result}
        />
      </div>
    </details>
  );
}

/** Taking the request back: what that means is read, and meant, before the button is pressed. */
export async function Withdraw({ kase, locale, result }: Props) {
  if (!kase.actions.includes('WITHDRAW')) return null;
  const t = await getTranslations('track.act');
  const common = await getTranslations('common');
  const error = errorsOf(result).sure;
  const returned = result?.problems.some(({ field }) => field === 'sure' || field.startsWith('withdraw'));
  return (
    <details className="fold space-7" id="fold-withdraw" open={returned} data-no-print>
      <summary>
        <h2 className="h3">{t('withdraw.title')}</h2>
      </summary>
      <div id="withdraw">
        <p className="space-3 gap-3">{t('withdraw.text')}</p>
        <ActForm
          act="withdraw"
          action={withdrawCase}
          box={{ id: 'withdrawReason', rows: 2, optional: true }}
          kase={kase}
          locale={locale}
          result={result}
          grave
        >
          {error && <FieldError id="sure-error" prefix={common('errors.prefix')} message={error} />}
          <label className="choice space-4">
            <input
              type="checkbox"
              name="sure"
              id="sure"
              value="yes"
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? 'sure-error' : undefined}
            />
            <span>{t('withdraw.sure')}</span>
          </label>
        </ActForm>
      </div>
    </details>
  );
}

/** What was typed for something that can no longer be done. */
export async function LeftOver({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const t = await getTranslations('track.act');
  return (
    <section className="inset gap-5" aria-labelledby="left-over">
      <h2 id="left-over" className="h3">
        {t('leftOver')}
      </h2>
      {texts.map((text) => (
        <p key={text} className="said" {...written(text)}>
          {withReferences(text)}
        </p>
      ))}
    </section>
  );
}
