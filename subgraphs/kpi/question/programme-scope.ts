/**
 * Which programmes an answer counts (domain.md §4, §7): those whose cases its viewer may see. Programmes whose cases
 * are not for everybody are part of no public answer, neither alone nor within a total.
 */
import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { KnownProgrammes } from '../directory/directory.repository.ts';
import type { Filter } from './question.ts';

/** Codes of the programmes that are counted. A programme that the directory has not told of is not among the open ones. */
export type ProgrammeScope = 'all' | readonly string[];

/** Those above the entities who see the cases of every programme, as the complaint subgraph has it. */
const overRestricted = ['PRIME_MINISTERS_OFFICE'];
/** Who works for an entity sees all that it has to answer. */
const ofEntity = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'];

/**
 * What a viewer may see beside the open programmes: all, or the programmes that she coordinates. Viewers of whom this
 * is equal are answered alike. `entities`: the answer is of these entities alone; null when it may be of others as well.
 */
export function beyondOpen(viewer: Viewer, entities: readonly string[] | null): ProgrammeScope {
  if (viewer.kind === 'service' || overRestricted.some((role) => holds(viewer, role))) return 'all';
  if (entities?.every((code) => worksFor(viewer, code))) return 'all';
  return viewer.grants.flatMap(({ role, scope }) =>
    role === 'PROGRAMME_COORDINATOR' && scope !== null ? [scope] : [],
  );
}

/** The programmes that a viewer's answer counts. */
export function programmeScope(
  viewer: Viewer,
  entities: readonly string[] | null,
  { open }: KnownProgrammes,
): ProgrammeScope {
  const beyond = beyondOpen(viewer, entities);
  return beyond === 'all' ? 'all' : [...new Set([...open, ...beyond])].sort();
}

/** Whether a viewer holds a post in an entity. */
export function worksFor(viewer: Viewer, entity: string): boolean {
  return ofEntity.some((role) => holds(viewer, role, entity));
}

/** Whether a filter names what the scope leaves out: such figures are not shown, also where they would be 0. */
export function asksBeyond(
  { axes }: Filter,
  scope: ProgrammeScope,
  { programmeOfCategory }: KnownProgrammes,
): boolean {
  if (scope === 'all') return false;
  const named = [
    ...(axes.programme ?? []),
    ...(axes.category ?? []).flatMap((code) => programmeOfCategory.get(code) ?? []),
  ];
  return named.some((programme) => programme !== '' && !scope.includes(programme));
}

/** A filter that keeps only what the scope counts. */
export function withinScope(filter: Filter, scope: ProgrammeScope): Filter {
  if (scope === 'all') return filter;
  const { programme } = filter.axes;
  if (!programme) return { ...filter, programmes: { among: scope } };
  return {
    ...filter,
    axes: { ...filter.axes, programme: programme.filter((code) => scope.includes(code)) },
  };
}
