import { createHash } from 'node:crypto';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { z } from 'zod';
import { publishCalendar, readCalendars } from '../calendar/calendar.store.ts';
import { putCategory } from '../category/category.store.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { putEntity } from '../entity/entity.store.ts';
import { putGovernorate } from '../governorate/governorate.store.ts';
import { assignPost, putPost } from '../post/post.store.ts';
import { putProgramme } from '../programme/programme.store.ts';
import { putSearchTerms } from '../search/search-word.store.ts';
import { putSector } from '../sector/sector.store.ts';
import { putService } from '../service/service.store.ts';
import { newestPolicy, publishSlaPolicy } from '../sla-policy/sla-policy.store.ts';
import { putStaffMember } from '../staff/staff-member.store.ts';
import { putUnit } from '../unit/unit.store.ts';
import type { Content } from './make-content.ts';
import { people as peopleShape } from './person.ts';
import { readContent } from './read-content.ts';

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
  const known = await database.query("select from seeded where kind = 'all' and hash = $1", [everything]);
  if (known.length > 0) return 0;
  return changeDirectory(database, async (tx) => {
    const { hashes, today } = await readSeeded(tx);
    const apply = async <T>(kind: string, key: string, said: T, put: (tx: Tx, said: T) => Promise<void>) => {
      const hash = hashOf(said);
      if (hashes.get(`${kind} ${key}`) === hash) return;
      await put(tx, said);
      await note(tx, kind, key, hash);
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
    await note(tx, 'all', '', everything);
  });
}

async function note(tx: Tx, kind: string, key: string, hash: string): Promise<void> {
  await tx.prepared(
    'note-seeded',
    `insert into seeded (kind, key, hash) values ($1, $2, $3)
     on conflict (kind, key) do update set hash = excluded.hash`,
    [kind, key, hash],
  );
}

async function readSeeded(tx: Tx): Promise<{ hashes: Map<string, string>; today: string }> {
  const rows = await tx.query<{ kind: string; key: string; hash: string }>(
    'select kind, key, hash from seeded',
  );
  const [clock] = await tx.query<{ today: string }>('select today() as today');
  if (!clock) throw new Error('the database gave no date');
  return { hashes: new Map(rows.map(({ kind, key, hash }) => [`${kind} ${key}`, hash])), today: clock.today };
}

function hashOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
