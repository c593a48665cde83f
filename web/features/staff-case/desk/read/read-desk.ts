/** Reads what the forms that a case offers may choose from: only what those forms need, all at once. */
import type { CaseAction } from '../../../../graphql/generated/graphql.ts';
import { query } from '../../../../graphql/server.ts';
import type { Locale } from '../../../../i18n/locale.ts';
import type { CaseType, Outcome, Pillar } from '../../../staff/vocabulary.ts';
import {
  CannedChoicesQuery,
  CategoriesQuery,
  ClassifyChoicesQuery,
  EntityChoicesQuery,
  RubricChoicesQuery,
} from './desk.query.ts';

export interface PostChoice {
  id: string;
  name: string;
  unit: string | null;
  holder: string | null;
}

export interface SectorChoice {
  name: string;
  entities: { code: string; name: string }[];
}

export interface CriterionChoice {
  key: string;
  name: string;
  weight: number;
  max: number;
}

export interface CannedChoice {
  id: string;
  name: string;
  type: CaseType | null;
  outcome: Outcome | null;
}

export interface ClassifyChoices {
  /** The entity chosen for a case that came without one. */
  entity: { code: string; name: string } | null;
  categories: { code: string; name: string; defaultPillar: Pillar }[];
}

/** What was read; what no offered form needs, or could not be read, is empty. */
export interface DeskChoices {
  classify: ClassifyChoices | null;
  /** The entity whose focal points are in `posts`. */
  entity: { code: string; name: string } | null;
  posts: PostChoice[];
  sectors: SectorChoice[];
  rubric: CriterionChoice[];
  canned: CannedChoice[];
  /** Whether something that a form needs could not be read. */
  incomplete: boolean;
}

interface Asked {
  actions: readonly CaseAction[];
  /** The entity whose focal points may be given the case. */
  entity: string | null;
  /** Whether the viewer chose it, so that it has to be sent along. */
  chosen: boolean;
  /** Whether an answer waits for a score. */
  scores: boolean;
  language: Locale;
}

const assigning: readonly CaseAction[] = ['CLASSIFY', 'ASSIGN', 'ACCEPT_TRANSFER'];
const naming: readonly CaseAction[] = ['TRANSFER', 'REQUEST_PART', 'ACCEPT_TRANSFER'];
const scoring: readonly CaseAction[] = ['APPROVE_ANSWER', 'SCORE_ANSWER'];

export async function readDesk({ actions, entity, chosen, scores, language }: Asked): Promise<DeskChoices> {
  const any = (wanted: readonly CaseAction[]): boolean => wanted.some((one) => actions.includes(one));
  const needsEntity = any(assigning) && entity !== null;
  const unknown = actions.includes('CLASSIFY') && entity === null;
  const [ofEntity, all, rubric, canned] = await Promise.all([
    needsEntity ? query(ClassifyChoicesQuery, { entity }, language) : null,
    any(naming) || unknown ? query(EntityChoicesQuery, {}, language) : null,
    any(scoring) || scores ? query(RubricChoicesQuery, {}, language) : null,
    actions.includes('PROPOSE_ANSWER') && entity !== null
      ? query(CannedChoicesQuery, { entity }, language)
      : null,
  ]);
  const found = ofEntity?.data?.entity ?? null;
  const classify = found && actions.includes('CLASSIFY') ? await readClassify(found, chosen, language) : null;
  return {
    classify,
    entity: found && { code: found.code, name: found.name },
    posts: focalPoints(found?.posts ?? []),
    sectors: (all?.data?.sectors ?? []).map(({ name, entities }) => ({
      name,
      entities: entities.edges.map(({ node }) => node),
    })),
    rubric: rubric?.data?.rubric.criteria ?? [],
    canned: canned?.data?.cannedAnswers ?? [],
    incomplete: [ofEntity, all, rubric, canned].some((answer) => answer !== null && !answer.data),
  };
}

interface Found {
  code: string;
  name: string;
  sector: { code: string };
}

async function readClassify(
  found: Found,
  chosen: boolean,
  language: Locale,
): Promise<ClassifyChoices | null> {
  const { data } = await query(CategoriesQuery, { sector: found.sector.code }, language);
  if (!data) return null;
  return { entity: chosen ? { code: found.code, name: found.name } : null, categories: data.categories };
}

interface FoundPost {
  id: string;
  role: string;
  name: string;
  unit: { name: string } | null;
  holder: { name: string } | null;
}

function focalPoints(posts: readonly FoundPost[]): PostChoice[] {
  return posts
    .filter(({ role }) => role === 'SUB_FOCAL_POINT' || role === 'MAIN_FOCAL_POINT')
    .map(({ id, name, unit, holder }) => ({
      id,
      name,
      unit: unit?.name ?? null,
      holder: holder?.name ?? null,
    }));
}
