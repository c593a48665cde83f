import { useTranslations } from 'next-intl';
import { formatPercent } from '../../ui/format.ts';
import type { RubricChange } from './changes.ts';
import type { CriterionDraft } from './criteria.ts';
import type { RubricTrial } from './rubric.action.ts';

/** What publishing would change, one line each. */
export function RubricChanges({ changes, version }: { changes: readonly RubricChange[]; version: number }) {
  const t = useTranslations('rubric.change');
  if (changes.length === 0) return <p className="muted">{t('none', { version })}</p>;
  return (
    <section className="criteria__changes">
      <h3>{t('title', { version })}</h3>
      <ul>
        {changes.map((change) => (
          <li key={'key' in change ? `${change.kind} ${change.key}` : change.kind}>
            {t(change.kind, { name: '', before: '', now: '', ...change })}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RubricTrialProps {
  trial: RubricTrial;
  criteria: readonly CriterionDraft[];
  language: 'ar' | 'en';
}

/** What the rubric would have made of scored answers, and where that cannot be computed. */
export function RubricTrialView({ trial, criteria, language }: RubricTrialProps) {
  const t = useTranslations('rubric.trial');
  const { answers, comparable, share, wouldBeShare, higher, lower } = trial;
  if (answers === 0) return <p className="muted">{t('none')}</p>;
  const missing = trial.criteria.flatMap((one, i) =>
    one.answers < answers ? [{ ...one, name: criteria[i]?.[language] ?? one.key }] : [],
  );
  return (
    <div className="trial">
      {share !== null && wouldBeShare !== null && (
        <dl className="trial__figures">
          <div>
            <dt>{t('comparable')}</dt>
            <dd>{t('of', { comparable, answers })}</dd>
          </div>
          <div>
            <dt>{t('share')}</dt>
            <dd dir="ltr">{formatPercent('en', share)}</dd>
          </div>
          <div>
            <dt>{t('wouldBeShare')}</dt>
            <dd dir="ltr">{formatPercent('en', wouldBeShare)}</dd>
          </div>
          <div>
            <dt>{t('moved')}</dt>
            <dd>
              <small>{t('higherLower', { higher, lower })}</small>
            </dd>
          </div>
        </dl>
      )}
      {comparable === 0 && <p>{t('incomparable', { answers })}</p>}
      {missing.length > 0 && (
        <ul className="muted">
          {missing.map(({ key, name, answers: scored }) => (
            <li key={key}>{t('missing', { name, missing: answers - scored, answers })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
