import type { Calendar, SlaPolicyText } from '@bekhedmetkom/schema/events/directory';
import type { Category } from '../category/category.ts';
import type { Entity } from '../entity/entity.ts';
import type { Governorate } from '../governorate/governorate.ts';
import type { Post } from '../post/post.ts';
import type { Programme } from '../programme/programme.ts';
import type { SearchTerms } from '../search-word/search-word.ts';
import type { Sector } from '../sector/sector.ts';
import type { Service } from '../service/service.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { Unit } from '../unit/unit.ts';
import type { DirectoryFile, NamesFile, SearchWordsFile, UnitsFile } from './directory-file.ts';
import { fillPosts } from './holders.ts';
import type { Person } from './person.ts';
import { calendarOf, pillarOf, slaPoliciesOf } from './policies.ts';
import { makePosts } from './posts.ts';
import { categoriesIn, coordinatorsOf, policiesIn, programmesOf } from './programmes.ts';
import type { ProgrammesFile } from './programmes-file.ts';

/** All that a seed says, in the directory's own terms. */
export interface Content {
  sectors: Sector[];
  governorates: Governorate[];
  entities: Entity[];
  units: Unit[];
  services: Service[];
  programmes: Programme[];
  categories: Category[];
  searchTerms: SearchTerms[];
  staff: StaffMember[];
  posts: (Post & { holder: string | null })[];
  calendar: Omit<Calendar, 'version' | 'effectiveFrom' | 'mayShorten'>;
  slaPolicies: Omit<SlaPolicyText, 'version'>[];
}

/** When the entities of the file began is not known; they are older than any case. */
const beforeAnyCase = '2000-01-01';

const namesOf = ({ nameAr, nameEn }: { nameAr: string; nameEn: string }) => ({ ar: nameAr, en: nameEn });

/** Turns the seed's files, and the people who can sign in, into the content of a directory. Pure. */
export function makeContent(
  file: DirectoryFile,
  unitsByEntity: UnitsFile,
  names: NamesFile,
  people: Person[],
  programmesFile: ProgrammesFile,
  searchWords: SearchWordsFile,
): Content {
  const entities = file.sectors
    .flatMap((sector) => sector.entities.map((entity) => ({ ...entity, sector: sector.code })))
    .map((entity, index) => ({
      code: entity.code,
      names: namesOf(entity),
      sector: entity.sector,
      kind: entity.kind,
      parent: entity.parentCode,
      successor: null,
      validFrom: beforeAnyCase,
      validTo: null,
      order: index + 1,
    }));
  const units = Object.entries(unitsByEntity).flatMap(([entity, { units: own }]) =>
    own.map(([code, ar, en]) => ({ code: `${entity}-${code}`, entity, names: { ar, en } })),
  );
  const services = Object.entries(unitsByEntity).flatMap(([entity, { services: own }]) =>
    own.map(([code, unit, ar, en]) => ({
      code: `${entity}-${code}`,
      entity,
      unit: `${entity}-${unit}`,
      names: { ar, en },
    })),
  );
  const categories = Object.entries(file.categoriesBySector)
    .flatMap(([sector, own]) => own.map((category) => ({ ...category, sector })))
    .map((category, index) => ({
      code: category.code,
      names: namesOf(category),
      sector: category.sector,
      defaultPillar: pillarOf(category.pillar),
      programme: 'GOVERNMENT_SERVICES' as const,
      personal: category.personal,
      order: index + 1,
    }));
  const posts = [...makePosts(entities, units), ...coordinatorsOf(programmesFile)];
  const { staff, byPost } = fillPosts(posts, people, names);
  return {
    sectors: file.sectors.map((sector, index) => ({
      code: sector.code,
      names: namesOf(sector),
      order: index + 1,
    })),
    governorates: file.governorates.map((one, index) => ({
      code: one.code,
      iso: one.iso,
      names: namesOf(one),
      order: index + 1,
    })),
    entities,
    units,
    services,
    programmes: programmesOf(programmesFile),
    categories: categoriesIn(programmesFile, categories),
    searchTerms: Object.entries(searchWords).map(([entity, terms]) => ({ entity, ...terms })),
    staff,
    posts: posts.map((post) => ({ ...post, holder: byPost.get(post.key) ?? null })),
    calendar: calendarOf(file),
    slaPolicies: policiesIn(programmesFile, slaPoliciesOf(file)),
  };
}
