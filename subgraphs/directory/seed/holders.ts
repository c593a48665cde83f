import { createHash } from 'node:crypto';
import type { Post } from '../post/post.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { NamesFile } from './directory-file.ts';
import type { Person } from './person.ts';

export interface Holders {
  staff: StaffMember[];
  /** Key of the staff member who holds a post; absent while it is vacant. */
  byPost: Map<string, string>;
}

const mayBeVacant = new Set(['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL']);
const oneIn = 20;

/**
 * Fills the posts: given people get the first free post of their role and entity, invented staff who cannot
 * sign in get the others, and one in twenty stays vacant, as in life. The same posts give the same staff.
 */
export function fillPosts(posts: Post[], people: Person[], names: NamesFile): Holders {
  const byPost = new Map<string, string>();
  const staff: StaffMember[] = [];
  for (const person of people) {
    if (person.role === null) continue;
    const post = posts.find(
      (one) =>
        one.role === person.role &&
        one.entity === person.entity &&
        (one.programme ?? null) === (person.programme ?? null) &&
        !byPost.has(one.key),
    );
    if (!post) throw new Error(`no post of role ${person.role} is free for ${person.subject}`);
    byPost.set(post.key, person.subject);
    staff.push({
      key: person.subject,
      subject: person.subject,
      names: person.names,
      email: person.email ?? null,
    });
  }
  const taken = new Set(staff.map((member) => member.names.ar));
  for (const post of posts) {
    if (byPost.has(post.key) || isVacant(post)) continue;
    const key = `s-${post.key.toLowerCase()}`;
    byPost.set(post.key, key);
    staff.push({ key, subject: null, names: invent(post.key, names, taken), email: null });
  }
  return { staff, byPost };
}

function isVacant({ key, role }: Post): boolean {
  return mayBeVacant.has(role) && numberOf(`vacant ${key}`) % oneIn === 0;
}

function invent(key: string, { first, family }: NamesFile, taken: Set<string>): StaffMember['names'] {
  for (let attempt = 0; attempt < first.length * family.length; attempt++) {
    const number = numberOf(`name ${key} ${attempt}`);
    const given = first[number % first.length];
    const last = family[Math.floor(number / first.length) % family.length];
    if (!given || !last) break;
    const names = { ar: `${given[0]} ${last[0]}`, en: `${given[1]} ${last[1]}` };
    if (taken.has(names.ar)) continue;
    taken.add(names.ar);
    return names;
  }
  throw new Error('the list of names is too short for the posts');
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}
