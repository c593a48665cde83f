/** Entities compared with entities of their size. */
export interface EntityFigures {
  code: string;
  name: string;
  received: number | null;
  /** 0..1; null: nothing was due, or too little to show. */
  onTime: number | null;
  satisfied: number | null;
  ratings: number;
  medianMinutes: number | null;
}

export type GroupName = 'groupLarge' | 'groupMiddle' | 'groupSmall';

const large = 200;
const middle = 50;
/** With fewer ratings a share says little about an entity (domain: not ranked under 30). */
export const fewestRatings = 30;

/** Groups by volume; within a group the best share on time first, those without one last. */
export function groupBySize(
  entities: readonly EntityFigures[],
): { name: GroupName; entities: EntityFigures[] }[] {
  const groups: Record<GroupName, EntityFigures[]> = { groupLarge: [], groupMiddle: [], groupSmall: [] };
  for (const entity of entities) {
    const volume = entity.received ?? 1;
    if (volume === 0 && entity.onTime === null) continue;
    groups[volume > large ? 'groupLarge' : volume >= middle ? 'groupMiddle' : 'groupSmall'].push(entity);
  }
  return (Object.keys(groups) as GroupName[])
    .map((name) => ({ name, entities: groups[name].sort((a, b) => (b.onTime ?? -1) - (a.onTime ?? -1)) }))
    .filter((group) => group.entities.length > 0);
}
