import { createHash } from 'node:crypto';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import { publishCalendar, readCalendars } from '../calendar/calendar.repository.ts';
import { putCategory } from '../category/category.repository.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { readToday } from '../change/today.ts';
import { putEntity } from '../entity/entity.repository.ts';
import { putGovernorate } from '../governorate/governorate.repository.ts';
import { assignPost, putPost } from '../post/post.repository.ts';
import { putProgramme } from '../programme/programme.repository.ts';
import { putSearchTerms } from '../search-word/search-word.repository.ts';
import { putSector } from '../sector/sector.repository.ts';
import { putService } from '../service/service.repository.ts';
import { newestPolicy, publishSlaPolicy } from '../sla-policy/sla-policy.repository.ts';
import { putStaffMember } from '../staff/staff-member.repository.ts';
import { putUnit } from '../unit/unit.repository.ts';
import type { Content } from './make-content.ts';
import { people as peopleShape } from './person.ts';
import { readContent } from './read-content.ts';
import { isSeeded, noteSeeded, readSeeded } from './seeded.repository.ts';

/**
 * Brings the shipped directory into the database. What the seed says about a thing is applied when it is new
 * or says something else than last time, and never otherwise: what administrators changed since stays.
 * Nothing is deleted. `people` (see `schema/demo/people.json`) can sign in and hold the posts they name. Any number of processes may do it at once.
 * Returns how many events it gave; 0 when there was nothing to do.
 */
export async function seed(database: Database, people: unknown): Promise<number> {
  const known = peopleShape.safeParse(people);
  if (known.success) return applySeed(database, await readContent(known.data));
  throw new StartupError(`The people of the seed are not right:\n${z.prettifyError(known.error)}`);
}

/** Applies any content as `seed` does. */
export async function applySeed(database: Database, content: Content): Promise<number> {
  const everything = hashOf(content);
  if (await isSeeded(database, everything)) return 0;
  return changeDirectory(database, async (tx) => {
    const hashes = await readSeeded(tx);
    const today = await readToday(tx);
    const apply = async <T>(kind: string, key: string, said: T, put: (tx: Tx, said: T) => Promise<void>) => {
      const hash = hashOf(said);
      if (hashes.get(`${kind} ${key}`) === hash) return;
      await put(tx, said);
      await noteSeeded(tx, kind, key, hash);
    };
    for (const one of content.sectors) await apply('sector', one.code, one, putSector);
    for (const one of content.governorates) await apply('governorate', one.code, one, putGovernorate);
    for (const one of content.entities) await apply('entity', one.code, one, putEntity);
    for (const one of content.units) await apply('unit', one.code, one, putUnit);
    for (const one of content.services) await apply('service', one.code, one, putService);
    for (const one of content.programmes) await apply('programme', one.code, one, putProgramme);
    for (const one of content.categories) await apply('category', one.code, one, putCategory);
    for (const one of content.searchTerms) await apply('search', one.entity, one, putSearchTerms);
    for (const one of content.staff) await apply('staff', one.key, one, putStaffMember);
    for (const { holder, ...post } of content.posts) {
      await apply('post', post.key, post, putPost);
      await apply('holder', post.key, { holder }, () => assignPost(tx, post.key, holder, today));
    }
    await apply('calendar', '', content.calendar, async (tx, one) => {
      const newest = (await readCalendars(tx)).at(-1);
      if (!newest?.publishedBy) await publishCalendar(tx, one);
    });
    for (const one of content.slaPolicies) {
      await apply('sla-policy', one.programme, one, async (tx) => {
        const newest = await newestPolicy(tx, one.programme);
        if (!newest?.publishedBy) await publishSlaPolicy(tx, one);
      });
    }
    await noteSeeded(tx, 'all', '', everything);
  });
}

function hashOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
