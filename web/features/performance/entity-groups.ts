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

export type GroupName = 'groupLarge' | 'groupMiddle' | 'groupSmall' | 'groupNone';

const large = 200;
const middle = 50;
/** With fewer ratings a share says little about an entity (domain: not ranked under 30). */
export const fewestRatings = 30;

/** Groups by volume; within a group the best share on time first, those without one last. */
export function groupBySize(
  entities: readonly EntityFigures[],
): { name: GroupName; entities: EntityFigures[] }[] {
  const groups: Record<GroupName, EntityFigures[]> = {
    groupLarge: [],
    groupMiddle: [],
    groupSmall: [],
    groupNone: [],
  };
  for (const entity of entities) {
    groups[groupOf(entity)].push(entity);
  }
  return (Object.keys(groups) as GroupName[])
    .map((name) => ({ name, entities: groups[name].sort((a, b) => (b.onTime ?? -1) - (a.onTime ?? -1)) }))
    .filter((group) => group.entities.length > 0);
}

function groupOf({ received, onTime }: EntityFigures): GroupName {
  if (!received && onTime === null) return 'groupNone';
  const volume = received ?? 0;
  if (volume > large) return 'groupLarge';
  return volume >= middle ? 'groupMiddle' : 'groupSmall';
}
