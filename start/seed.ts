import { entities } from '@bekhedmetkom/directory/entities';
import { migrations } from '@bekhedmetkom/directory/migrations';
import { seed } from '@bekhedmetkom/directory/seed';
import { openDatabase } from '@bekhedmetkom/platform/database';
import people from '@bekhedmetkom/schema/demo/people.json' with { type: 'json' };

/** Writes the directory's seed (entities, posts, calendar, policies) as changes; what is there already stays. */
export async function seedDirectory(url: string): Promise<void> {
  const database = await openDatabase({ url, schema: 'directory', entities, migrations });
  try {
    await seed(database, people);
  } finally {
    await database.close();
  }
}
