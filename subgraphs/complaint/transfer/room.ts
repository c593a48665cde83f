import type { CaseRecord } from '../case/case.record.ts';
import type { Directory } from '../directory/directory.ts';

/** Keys of the posts that act as operation room for a case: the room's, or its programme's coordinators. */
export function roomOf(
  directory: Directory,
  { programme, restricted }: Pick<CaseRecord, 'programme' | 'restricted'>,
): string[] {
  const room = restricted ? [] : directory.postsOfRole('OPERATION_ROOM', null);
  return [...room.map((post) => post.key), ...coordinatorsOf(directory, programme)];
}

/** Keys of the posts of a programme's coordinators; none when nobody coordinates it. */
export function coordinatorsOf(directory: Directory, programme: CaseRecord['programme']): string[] {
  if (!directory.programme(programme)?.coordinated) return [];
  return directory
    .postsOfRole('PROGRAMME_COORDINATOR', null)
    .filter((post) => post.programme === programme)
    .map((post) => post.key);
}
