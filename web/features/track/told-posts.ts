/** Whom the escalation policy notifies, in words for applicants. */

interface ToldPost {
  /** Null while the directory is away. */
  name: string;
  role: string;
}
type Posts = readonly (ToldPost | null)[] | null;

/** Posts that applicants know by what they do; all others are named. */
const byRole = {
  MAIN_FOCAL_POINT: 'post.MAIN_FOCAL_POINT',
  SUB_FOCAL_POINT: 'post.SUB_FOCAL_POINT',
  OPERATION_ROOM: 'post.OPERATION_ROOM',
  PRIME_MINISTERS_OFFICE: 'post.PRIME_MINISTERS_OFFICE',
} as const;
type Key = (typeof byRole)[keyof typeof byRole];

/** The posts, each once; null while one of them cannot be read. `t` gives the words under `track`. */
export function postWords(posts: Posts, t: (key: Key) => string): string[] | null {
  const known = posts?.flatMap((post) => (post ? [post] : [])) ?? [];
  if (known.length === 0 || known.length !== posts?.length) return null;
  const words = known.map(({ name, role }) =>
    role in byRole ? t(byRole[role as keyof typeof byRole]) : name,
  );
  return [...new Set(words)];
}

interface NextLevel {
  posts: Posts;
  vacant: Posts;
  substituted: boolean;
}

export type NextWords =
  | { kind: 'usual' }
  | { kind: 'vacant'; who: string[]; vacant: string[] }
  | { kind: 'others'; who: string[] }
  | { kind: 'unknown' };

/** How it is said who is told next: as the level has it, or who is told in place of a vacant or missing post. */
export function nextWords({ posts, vacant, substituted }: NextLevel, t: (key: Key) => string): NextWords {
  if (!substituted) return { kind: 'usual' };
  const who = postWords(posts, t);
  if (who === null) return { kind: 'unknown' };
  if (vacant?.length === 0) return { kind: 'others', who };
  const missing = postWords(vacant, t);
  return missing === null ? { kind: 'unknown' } : { kind: 'vacant', who, vacant: missing };
}
