/** Reads what a classification of one case may choose from. */
import { query } from '../../graphql/server.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { ClassifyChoices } from './classify-form.island.tsx';
import { CategoriesQuery, ClassifyChoicesQuery } from './staff-case.query.ts';

interface Asked {
  entity: string;
  /** Whether the entity was chosen by the viewer, and so has to be sent along. */
  chosen: boolean;
  category: string | null;
  language: Locale;
}

/** Categories of the entity's sector and its focal points; null when the directory does not answer. */
export async function readChoices({
  entity,
  chosen,
  category,
  language,
}: Asked): Promise<ClassifyChoices | null> {
  const { data } = await query(ClassifyChoicesQuery, { entity }, language);
  if (!data?.entity) return null;
  const categories = await query(CategoriesQuery, { sector: data.entity.sector.code }, language);
  if (!categories.data) return null;
  const focal = data.entity.posts.filter((post) =>
    ['SUB_FOCAL_POINT', 'MAIN_FOCAL_POINT'].includes(post.role),
  );
  return {
    entity: chosen ? { code: data.entity.code, name: data.entity.name } : null,
    categories: categories.data.categories,
    posts: focal.map((post) => ({
      id: post.id,
      name: post.name,
      unit: post.unit?.name ?? null,
      holder: post.holder?.name ?? null,
    })),
    category,
  };
}
