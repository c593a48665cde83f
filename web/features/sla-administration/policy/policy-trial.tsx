import { useTranslations } from 'next-intl';
import { formatPercent } from '../../../ui/format.ts';
import { caseTypes } from '../../../ui/vocabulary.ts';
import type { PolicyTrial } from './policy.action.ts';
import { importances } from './policy-draft.ts';

/** What a policy would have meant over past cases, against that of today. */
export function PolicyTrialView({ trial }: { trial: PolicyTrial }) {
  const t = useTranslations('policies.trial');
  if (trial.cycles === 0) return <p className="muted">{t('none')}</p>;
  const rows = caseTypes.flatMap((type) =>
    importances.flatMap((importance) =>
      trial.rows.filter((row) => row.type === type && row.importance === importance),
    ),
  );
  // Kinds of which nothing is late, today or then, say nothing about the change.
  const told = rows.filter((row) => row.late + row.wouldBeLate > 0);
  const quiet = rows.filter((row) => row.late + row.wouldBeLate === 0);
  const figure = (count: number) => count.toLocaleString('en');
  const share = (count: number) => formatPercent('en', count / trial.cycles);
  return (
    <div className="trial">
      <dl className="trial__figures">
        <div>
          <dt>{t('cycles')}</dt>
          <dd>{figure(trial.cycles)}</dd>
        </div>
        <div>
          <dt>{t('late')}</dt>
          <dd>
            {figure(trial.late)} <small dir="ltr">{share(trial.late)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('wouldBeLate')}</dt>
          <dd>
            {figure(trial.wouldBeLate)} <small dir="ltr">{share(trial.wouldBeLate)}</small>
          </dd>
        </div>
      </dl>
      {!trial.complete && <p className="muted">{t('incomplete', { count: trial.cycles })}</p>}
      {told.length > 0 && <TrialRows rows={told} caption={t('rows')} />}
      {quiet.length > 0 && (
        <details>
          <summary>{t('quiet', { count: quiet.length })}</summary>
          <TrialRows rows={quiet} caption={t('rows')} />
        </details>
      )}
    </div>
  );
}

function TrialRows({ rows, caption }: { rows: PolicyTrial['rows']; caption: string }) {
  const t = useTranslations('policies.trial');
  const words = useTranslations('case');
  const figure = (count: number) => count.toLocaleString('en');
  const sign = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0');
  return (
    <div className="trial__scroll">
      <table className="plain-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('cycles')}</th>
            <th scope="col">{t('late')}</th>
            <th scope="col">{t('wouldBeLate')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ type, importance, cycles, late, wouldBeLate }) => (
            <tr key={`${type} ${importance}`}>
              <th scope="row">
                {words(`type.${type}`)} · {words(`importance.${importance}`)}
              </th>
              <td>{figure(cycles)}</td>
              <td>{figure(late)}</td>
              <td>{figure(wouldBeLate)}</td>
              <td dir="ltr">{sign(wouldBeLate - late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
