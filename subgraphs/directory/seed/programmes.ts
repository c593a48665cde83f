import type { SlaPolicyText } from '@bekhedmetkom/schema/events/directory';
import { caseTypes } from '@bekhedmetkom/schema/events/vocabulary';
import type { Category } from '../category/category.ts';
import type { Post } from '../post/post.ts';
import type { Programme } from '../programme/programme.ts';
import { hasMatrix } from '../sla-policy/sla-policy.ts';
import { importanceOfFile } from './directory-file.ts';
import { acknowledgeOf } from './policies.ts';
import type { ProgrammesFile } from './programmes-file.ts';

/** The programmes in the order of the file, the general one first. */
export function programmesOf({ programmes }: ProgrammesFile): Programme[] {
  return programmes.map(({ code, nameAr, nameEn, restricted, coordinated }, index) => ({
    code,
    names: { ar: nameAr, en: nameEn },
    restricted,
    coordinated,
    order: index + 1,
  }));
}

/** The categories of the directory's file, each in its programme, and behind them those that programmes bring. */
export function categoriesIn({ programmes }: ProgrammesFile, known: readonly Category[]): Category[] {
  const claimed = new Map(
    programmes.flatMap((programme) =>
      programme.categories.map((category) => [category.code, programme.code] as const),
    ),
  );
  const own = programmes.flatMap((programme) =>
    programme.categories.flatMap((category) =>
      'sector' in category ? [{ ...category, programme: programme.code }] : [],
    ),
  );
  return [
    ...known.map((category) => ({
      ...category,
      programme: claimed.get(category.code) ?? category.programme,
    })),
    ...own.map(({ code, sector, pillar, nameAr, nameEn, programme }, index) => ({
      code,
      names: { ar: nameAr, en: nameEn },
      sector,
      defaultPillar: pillar,
      programme,
      // Those of programmes are restricted, or about public places.
      personal: false,
      order: known.length + index + 1,
    })),
  ];
}

/** The post of each programme's coordinator. */
export function coordinatorsOf({ programmes }: ProgrammesFile): Post[] {
  return programmes.flatMap(({ code, coordinatorAr, coordinatorEn }): Post[] =>
    coordinatorAr && coordinatorEn
      ? [
          {
            key: `COORD-${code}`,
            role: 'PROGRAMME_COORDINATOR',
            entity: null,
            unit: null,
            names: { ar: coordinatorAr, en: coordinatorEn },
            superior: 'PMO-1',
            programme: code,
          },
        ]
      : [],
  );
}

/** These policies, but those of programmes with a matrix of their own by that matrix. */
export function policiesIn(
  { programmes }: ProgrammesFile,
  general: readonly Omit<SlaPolicyText, 'version'>[],
): Omit<SlaPolicyText, 'version'>[] {
  return general.map((policy) => {
    const matrix = programmes.find((one) => one.code === policy.programme)?.matrix;
    if (!matrix) return policy;
    return {
      ...policy,
      acknowledgeMinutes: acknowledgeOf(matrix.ackWorkingHours.MEDIUM * 60),
      resolveDays: caseTypes.filter(hasMatrix).flatMap((type) =>
        importanceOfFile.map((importance) => ({
          type,
          pillar: null,
          importance,
          ...timeOf(matrix[type][importance]),
        })),
      ),
    };
  });
}

function timeOf(written: number | string): { workingDays: number } | { workingMinutes: number } {
  return typeof written === 'number'
    ? { workingDays: written }
    : { workingMinutes: Number.parseInt(written, 10) };
}
