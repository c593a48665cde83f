import { createHash, timingSafeEqual } from 'node:crypto';
import type { Person } from './person.ts';

export interface People {
  all: Person[];
  bySubject(subject: string): Person | undefined;
  byUsername(username: string): Person | undefined;
  /** The person of that name, if the password is theirs. Takes as long for a name that does not exist. */
  check(username: string, password: string): Person | null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** People of a demonstration: one password for all. */
export function makePeople(all: Person[], password: string): People {
  const subjects = new Map(all.map((person) => [person.subject, person]));
  const usernames = new Map(all.map((person) => [person.username, person]));
  const expected = digest(password);
  return {
    all,
    bySubject: (subject) => subjects.get(subject),
    byUsername: (username) => usernames.get(username),
    check(username, given) {
      const right = timingSafeEqual(digest(given), expected);
      const person = usernames.get(username);
      return right && person ? person : null;
    },
  };
}
