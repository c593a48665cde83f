import { useTranslations } from 'next-intl';
import { caseTypes } from '../../../ui/vocabulary.ts';
import {
  type Cell as CellDraft,
  importances,
  type PolicyDraft,
  type PolicyRow,
  regrouped,
  units,
} from './policy-draft.ts';

interface PolicyMatrixProps {
  draft: PolicyDraft;
  /** What the policy in force has in the cells that were changed, by the id of their boxes. */
  changed: ReadonlyMap<string, CellDraft>;
  errorOf(id: string): string | undefined;
  onChange(next: Partial<PolicyDraft>): void;
}

/** The times to acknowledge: one for each type, as importance is not known before classification. */
export function AcknowledgeTimes({ draft, changed, errorOf, onChange }: PolicyMatrixProps) {
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
            <th scope="row">{t('workingTime')}</th>
            {caseTypes.map((type) => (
              <td key={type}>
                <TimeBox
                  id={`acknowledge-${type}`}
                  called={`${t('acknowledge')}: ${words(`type.${type}`)}`}
                  cell={draft.acknowledge[type]}
                  was={changed.get(`acknowledge-${type}`)}
                  wrong={errorOf('acknowledge-COMPLAINT') !== undefined}
                  onChange={(cell) => onChange({ acknowledge: { ...draft.acknowledge, [type]: cell } })}
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
export function PolicyMatrix({ draft, changed, errorOf, onChange }: PolicyMatrixProps) {
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
                <td key={importance}>
                  <TimeBox
                    id={`cell-${place}-${importance}`}
                    called={[
                      words(`type.${row.type}`),
                      row.pillar ? words(`pillar.${row.pillar}`) : t('allPillars'),
                      words(`importance.${importance}`),
                    ].join(', ')}
                    cell={row.cells[importance]}
                    was={changed.get(`cell-${place}-${importance}`)}
                    wrong={errorOf(`cell-${place}-${importance}`) !== undefined}
                    onChange={(cell) =>
                      onChange({
                        rows: rows.with(place, { ...row, cells: { ...row.cells, [importance]: cell } }),
                      })
                    }
                  />
                </td>
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

interface TimeBoxProps {
  id: string;
  /** The cell in words, for who does not see its place. */
  called: string;
  cell: CellDraft;
  /** What the policy in force has, when that is something else. */
  was: CellDraft | undefined;
  wrong: boolean;
  onChange(next: CellDraft): void;
}

function TimeBox({ id, called, cell, was, wrong, onChange }: TimeBoxProps) {
  const t = useTranslations('policies');
  const before =
    was && (was.time === '' ? t('wasNothing') : t(`was.${was.unit}`, { count: Number(was.time) }));
  return (
    <span className={was ? 'matrix__cell is-changed' : 'matrix__cell'}>
      <input
        className="input matrix__time"
        id={id}
        inputMode="numeric"
        dir="ltr"
        maxLength={6}
        autoComplete="off"
        aria-label={t('time', { cell: called })}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={was && `${id}-was`}
        value={cell.time}
        onChange={(event) => onChange({ ...cell, time: event.target.value })}
      />
      <select
        className="select matrix__unit"
        aria-label={t('unit', { cell: called })}
        value={cell.unit}
        onChange={(event) =>
          onChange({ ...cell, unit: units.find((unit) => unit === event.target.value) ?? 'minutes' })
        }
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {t(unit)}
          </option>
        ))}
      </select>
      {before && (
        <small className="matrix__was" id={`${id}-was`}>
          {before}
        </small>
      )}
    </span>
  );
}
