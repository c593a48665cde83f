import type { CaseRecord } from '../case/case.record.ts';
import type { Directory } from '../directory/directory.ts';

/** Keys of the posts that act as operation room for a case: the room's, or its programme's coordinators. */
export function roomOf(
  directory: Directory,
  { programme, restricted }: Pick<CaseRecord, 'programme' | 'restricted'>,
): string[] {
  const room = restricted ? [] : directory.postsOfRole('OPERATION_ROOM', null);
  const coordinators = directory.programme(programme)?.coordinated
    ? directory.postsOfRole('PROGRAMME_COORDINATOR', null).filter((post) => post.programme === programme)
    : [];
  return [...room, ...coordinators].map((post) => post.key);
}
