import { useTranslations } from 'next-intl';
import { caseTypes } from '../../ui/vocabulary.ts';
import { importances, type PolicyDraft, type PolicyRow, regrouped } from './policy-draft.ts';

interface PolicyMatrixProps {
  draft: PolicyDraft;
  errorOf(id: string): string | undefined;
  onChange(next: Partial<PolicyDraft>): void;
}

/** The times to acknowledge: one for each type, as importance is not known before classification. */
export function AcknowledgeTimes({ draft, errorOf, onChange }: PolicyMatrixProps) {
  const t = useTranslations('policies');
  const words = useTranslations('case');
  return (
    <div className="trial__scroll">
      <table className="plain-table matrix">
        <thead>
          <tr>
            <th scope="col">
              {t('acknowledge')} <small className="muted">{t('acknowledgeHint')}</small>
            </th>
            {caseTypes.map((type) => (
              <th key={type} scope="col">
                {words(`type.${type}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="matrix__acknowledge">
            <th scope="row">{t('minutes')}</th>
            {caseTypes.map((type) => (
              <td key={type}>
                <input
                  className="input matrix__time"
                  id={`acknowledge-${type}`}
                  inputMode="numeric"
                  dir="ltr"
                  maxLength={6}
                  autoComplete="off"
                  aria-label={`${t('acknowledge')}: ${words(`type.${type}`)}`}
                  aria-invalid={errorOf('acknowledge-COMPLAINT') ? true : undefined}
                  value={draft.acknowledge[type]}
                  onChange={(event) =>
                    onChange({ acknowledge: { ...draft.acknowledge, [type]: event.target.value } })
                  }
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The matrix of a programme: kinds of case down, importance across, a time in every cell. */
export function PolicyMatrix({ draft, errorOf, onChange }: PolicyMatrixProps) {
  const t = useTranslations('policies');
  const words = useTranslations('case');
  const { rows } = draft;
  return (
    <div className="trial__scroll">
      <table className="plain-table matrix">
        <thead>
          <tr>
            <th scope="col">
              {t('kind')} <small className="muted">{t('hint')}</small>
            </th>
            {importances.map((importance) => (
              <th key={importance} scope="col">
                {words(`importance.${importance}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={`${row.type} ${row.pillar}`}>
              <RowHead row={row} first={rows[place - 1]?.type !== row.type} rows={rows} onChange={onChange} />
              {importances.map((importance) => (
                <Cell
                  key={importance}
                  row={row}
                  place={place}
                  importance={importance}
                  wrong={errorOf(`cell-${place}-${importance}`) !== undefined}
                  onChange={(next) => onChange({ rows: rows.with(place, next) })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowHead({
  row,
  first,
  rows,
  onChange,
}: {
  row: PolicyRow;
  first: boolean;
  rows: PolicyRow[];
  onChange(next: Partial<PolicyDraft>): void;
}) {
  const t = useTranslations('policies');
  const words = useTranslations('case');
  const type = words(`type.${row.type}`);
  const whole = row.pillar === null;
  return (
    <th scope="row">
      <span className={first ? undefined : 'sr'}>{type}</span>
      <span className="matrix__pillar">{row.pillar ? words(`pillar.${row.pillar}`) : t('allPillars')}</span>
      {first && (
        <button
          className="btn btn--quiet btn--sm"
          type="button"
          aria-label={t(whole ? 'splitLabel' : 'joinLabel', { type })}
          onClick={() => onChange({ rows: regrouped(rows, row.type) })}
        >
          {t(whole ? 'split' : 'join')}
        </button>
      )}
    </th>
  );
}

function Cell({
  row,
  place,
  importance,
  wrong,
  onChange,
}: {
  row: PolicyRow;
  place: number;
  importance: (typeof importances)[number];
  wrong: boolean;
  onChange(next: PolicyRow): void;
}) {
  const t = useTranslations('policies');
  const words = useTranslations('case');
  const cell = row.cells[importance];
  const pillar = row.pillar ? words(`pillar.${row.pillar}`) : t('allPillars');
  const called = `${words(`type.${row.type}`)}, ${pillar}, ${words(`importance.${importance}`)}`;
  const change = (next: Partial<typeof cell>) =>
    onChange({ ...row, cells: { ...row.cells, [importance]: { ...cell, ...next } } });
  return (
    <td>
      <span className="matrix__cell">
        <input
          className="input matrix__time"
          id={`cell-${place}-${importance}`}
          inputMode="numeric"
          dir="ltr"
          maxLength={6}
          autoComplete="off"
          aria-label={t('time', { cell: called })}
          aria-invalid={wrong ? true : undefined}
          value={cell.time}
          onChange={(event) => change({ time: event.target.value })}
        />
        <select
          className="select matrix__unit"
          aria-label={t('unit', { cell: called })}
          value={cell.unit}
          onChange={(event) => change({ unit: event.target.value === 'minutes' ? 'minutes' : 'days' })}
        >
          <option value="days">{t('days')}</option>
          <option value="minutes">{t('minutes')}</option>
        </select>
      </span>
    </td>
  );
}
