import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import type { EntityFigures } from './entity-groups.ts';

export const entityRowFragment = graphql(`
  fragment EntityTable_KpiRow on KpiRow {
    keys
    labels
    kpis {
      name
      value
      n
      suppressed
    }
  }
`);

/** Rows of the graph as figures of entities; what is hidden is null. Cases without an entity are left out. */
export function readEntityRows(rows: readonly FragmentType<typeof entityRowFragment>[]): EntityFigures[] {
  return rows.flatMap((row) => {
    const { keys, labels, kpis } = readFragment(entityRowFragment, row);
    const code = keys[0];
    if (!code) return [];
    const find = (name: (typeof kpis)[number]['name']) =>
      kpis.find((kpi) => kpi.name === name && !kpi.suppressed);
    const delayed = find('DELAYED')?.value ?? null;
    return [
      {
        code,
        name: labels[0] ?? code,
        received: find('RECEIVED')?.value ?? null,
        onTime: delayed === null ? null : 1 - delayed,
        due: find('DELAYED')?.n ?? 0,
        satisfied: find('SATISFACTION')?.value ?? null,
        ratings: find('SATISFACTION')?.n ?? 0,
        medianMinutes: find('MEDIAN_TIME_TO_RESOLVE')?.value ?? null,
      },
    ];
  });
}
