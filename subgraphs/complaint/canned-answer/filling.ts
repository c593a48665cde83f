/** What the variables of canned answers stand for in one case, in one language. */
import { ammanFormat } from '@bekhedmetkom/time/amman';
import { dateLocales } from '@bekhedmetkom/time/date-locales';
import type { CaseRecord } from '../case/case.record.ts';
import type { Access } from '../case-access/case.policy.ts';
import type { Directory } from '../directory/directory.ts';
import type { Filling } from './canned-answer.ts';

interface FillingContext {
  directory: Directory;
  now: Date;
  language: 'ar' | 'en';
  /** Post in which the answer is written. */
  post: string | null;
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const days = { ar: ammanFormat(dateLocales.ar, day), en: ammanFormat(dateLocales.en, day) };

/** The values that the viewer may see of the case; what is not known yet is left out. */
export function fillingOf(
  record: CaseRecord,
  { seesText }: Pick<Access, 'seesText'>,
  { directory, now, language, post }: FillingContext,
): Filling {
  const { entity, governorate, dueAt } = record;
  const values: Record<keyof Filling, string | undefined> = {
    reference: record.reference,
    subject: seesText ? record.subject : undefined,
    entity: entity === null ? undefined : directory.entity(entity)?.names[language],
    dueDate: dueAt === null ? undefined : days[language].format(dueAt),
    governorate: governorate === null ? undefined : directory.governorate(governorate)?.names[language],
    today: days[language].format(now),
    post: post === null ? undefined : directory.post(post)?.names[language],
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Filling;
}
