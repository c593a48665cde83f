import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { knownName } from '../../ui/known-name.ts';
import { isOpen } from './case/case-words.ts';
import type { TrackedCase } from './case/tracked-case.ts';
import { forgetCase } from './track.action.ts';

interface Props {
  kase: TrackedCase;
  locale: Locale;
  /** Opened with a secret that this device remembers. */
  followed: boolean;
}

/** What the applicant may do, in the order of weight, and where on the page it is done. */
const acts = [
  { action: 'REPLY', to: 'reply', icon: 'reply' },
  { action: 'RATE', to: 'rate', icon: 'star' },
  { action: 'REQUEST_ESCALATION', to: 'escalate', icon: 'up' },
  { action: 'REOPEN', to: 'reopen', icon: 'reopen' },
  { action: 'APPEAL', to: 'appeal', icon: 'flag' },
  { action: 'SEPARATE', to: 'separate', icon: 'merge' },
  { action: 'WITHDRAW', to: 'withdraw', icon: 'close' },
] as const;

/** Who holds the case, what the applicant can do, and why the date is what it is. */
export async function CaseAside({ kase, locale, followed }: Props) {
  const t = await getTranslations('track');
  const { entity, holder } = kase;
  return (
    <aside className="aside">
      <section aria-labelledby="holder">
        <h2 id="holder">{t('holder')}</h2>
        <div className="holder">
          <b>{knownName(entity, kase.assigned, { none: t('holderNone'), away: t('nameAway') })}</b>
          {kase.state === 'AWAITING_APPLICANT' && <span>{t('holderYou')}</span>}
          {kase.followers > 0 && <span className="small">{t('followers', { count: kase.followers })}</span>}
          {isOpen(kase.state) ? (
            <span className="muted">
              {holder ? (holder.unit?.name ?? holder.name) : !kase.assigned && t('holderNoneText')}
            </span>
          ) : (
            <span className="muted">{t(endedWords(kase.state))}</span>
          )}
        </div>
      </section>
      <section aria-labelledby="can" data-no-print>
        <h2 id="can">{t('can')}</h2>
        <div className="aslist">
          {acts.map(
            ({ action, to, icon }) =>
              kase.actions.includes(action) && (
                <a key={action} href={`#${to}`}>
                  <Icon name={icon} />
                  {t(`act.${to}.short`)}
                </a>
              ),
          )}
          <button type="button" data-print>
            <Icon name="print" />
            {t('print')}
          </button>
          {entity && (
            <a href={`/${locale}/performance/${entity.code}`}>
              <Icon name="gauge" />
              {t('performanceOf', { entity: entity.name })}
            </a>
          )}
          {followed && (
            <form action={forgetCase}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="reference" value={kase.reference} />
              <button type="submit">
                <Icon name="close" />
                {t('forget')}
              </button>
            </form>
          )}
        </div>
      </section>
      {kase.sla?.dueAt && (
        <section aria-labelledby="why">
          <h2 id="why">{t('why')}</h2>
          <p className="small">{await whyOf(kase)}</p>
          <p className="small muted">{t('whyCounted')}</p>
        </section>
      )}
    </aside>
  );
}

function endedWords(state: TrackedCase['state']) {
  if (state === 'RESOLVED') return 'holderDone';
  return state === 'DUPLICATE' ? 'holderFollowed' : 'holderClosed';
}

/** What the date of this request follows from; in general words where another system gave the date. */
async function whyOf(kase: TrackedCase): Promise<string> {
  const t = await getTranslations('track');
  const words = await getTranslations('case');
  const { type, pillar, importance, sla, cycle } = kase;
  if (!pillar || !importance) return t('whyText');
  const names = {
    type: words(`type.${type}`),
    pillar: words(`pillar.${pillar}`),
    importance: words(`importance.${importance}`),
    again: cycle > 1 ? 'yes' : 'no',
  };
  if (sla?.allowedWorkingDays) return t('whyDays', { ...names, days: sla.allowedWorkingDays });
  const minutes = sla?.allowedWorkingMinutes;
  return minutes ? t('whyHours', { ...names, hours: Math.round(minutes / 60) }) : t('whyText');
}
