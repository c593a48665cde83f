/** Entities compared with entities of their size. */

import type { FigureTerms } from '../terms.ts';
import { inOrder, type Volume, volumeOf } from './ranking.ts';

export interface EntityFigures {
  code: string;
  name: string;
  received: number | null;
  /** 0..1; null: nothing was due, or too little to show. */
  onTime: number | null;
  /** How many requests fell due: what the share on time rests on. */
  due: number;
  satisfied: number | null;
  ratings: number;
  medianMinutes: number | null;
}

export type GroupName = 'groupLarge' | 'groupMiddle' | 'groupSmall' | 'groupNone';

const nameOf: Record<Volume, GroupName> = { large: 'groupLarge', middle: 'groupMiddle', small: 'groupSmall' };

/** Groups by volume, in the order of what the share on time is at least; groups without an entity are left out. */
export function groupBySize(
  entities: readonly EntityFigures[],
  terms: FigureTerms,
): { name: GroupName; entities: EntityFigures[] }[] {
  const groups: Record<GroupName, EntityFigures[]> = {
    groupLarge: [],
    groupMiddle: [],
    groupSmall: [],
    groupNone: [],
  };
  const ordered = inOrder(
    entities.map((entity) => ({ entity, code: entity.code, share: entity.onTime, n: entity.due })),
    terms,
  );
  for (const { entity } of ordered) {
    const isEmpty = !entity.received && entity.onTime === null;
    groups[isEmpty ? 'groupNone' : nameOf[volumeOf(entity.received ?? 0, terms)]].push(entity);
  }
  return (Object.keys(groups) as GroupName[])
    .map((name) => ({ name, entities: groups[name] }))
    .filter((group) => group.entities.length > 0);
}
