import { caseTypes, pillar, programme } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';
import { importanceOfFile } from './directory-file.ts';

const code = z.string().regex(/^[A-Z][A-Z0-9-]*$/);
const name = z.string().min(1);
/** Working days, or working minutes as `210min`. */
const time = z.union([z.int().positive(), z.string().regex(/^\d+min$/)]);
const importance = z.enum(importanceOfFile);

/** What `programmes.json` must look like. A category that the directory's file has is moved to the programme. */
export const programmesFile = z.object({
  programmes: z.array(
    z.object({
      code: programme,
      nameAr: name,
      nameEn: name,
      restricted: z.boolean(),
      coordinated: z.boolean(),
      coordinatorAr: name.optional(),
      coordinatorEn: name.optional(),
      categories: z
        .array(
          z.union([
            z.strictObject({ code }),
            z.strictObject({ code, sector: code, pillar, nameAr: name, nameEn: name }),
          ]),
        )
        .default([]),
      matrix: z
        .object({ ackWorkingHours: z.record(importance, z.number().positive()) })
        .extend(
          Object.fromEntries(caseTypes.map((type) => [type, z.record(importance, time)])) as MatrixShape,
        )
        .optional(),
    }),
  ),
});
type MatrixShape = Record<(typeof caseTypes)[number], z.ZodRecord<typeof importance, typeof time>>;
export type ProgrammesFile = z.infer<typeof programmesFile>;
