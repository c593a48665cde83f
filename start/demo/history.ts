import type { CaseType, Importance, Outcome, Pillar, Solved } from '@bekhedmetkom/schema/events/vocabulary';
import { dayOf, instantAt } from '@bekhedmetkom/time/amman';
import { choose, randomFrom, weighted } from './chance.ts';

/** One thing that people write about, in both languages. */
export interface Story {
  category: string;
  entity: string;
  type: CaseType;
  ar: [subject: string, text: string];
  en: [subject: string, text: string];
}

/** What the demonstration needs to know of the directory. */
export interface Place {
  entities: { code: string; sector: string }[];
  categories: { code: string; sector: string; pillar: Pillar }[];
}

/** One record as `importCases` takes it. Times are ISO 8601 in UTC. */
export interface DemoRecord {
  source: 'DEMO';
  sourceId: string;
  type: CaseType;
  subject: string;
  text: string;
  entityCode: string | null;
  categoryCode: string;
  governorateCode: string;
  channel: string;
  applicantKind: string;
  language: 'AR' | 'EN';
  importance: Importance | null;
  pillar: Pillar | null;
  submittedAt: string;
  acknowledgedAt: string | null;
  startedAt: string | null;
  publishedAt: string | null;
  closedAt: string | null;
  outcome: Outcome | null;
  answer: string | null;
  rating: { score: number; solved: Solved; comment: string | null; at: string } | null;
}

const hour = 3_600_000;
const day = 24 * hour;
const governorates: Record<string, number> = {
  AMMAN: 42,
  IRBID: 18.5,
  ZARQA: 14.3,
  MAFRAQ: 5.8,
  BALQA: 5.2,
  KARAK: 3.3,
  JERASH: 2.5,
  MADABA: 2,
  AQABA: 2,
  AJLOUN: 1.8,
  MAAN: 1.6,
  TAFILAH: 1,
};
const channelShares = { WEB: 38, MOBILE: 34, CONTACT_CENTRE: 16, FACEBOOK: 6, CHATBOT: 4, COUNTER: 2 };
const kindShares = {
  CITIZEN: 70,
  RESIDENT: 8,
  STUDENT: 8,
  EMPLOYEE: 6,
  BUSINESS_OWNER: 4,
  LABOURER: 3,
  INVESTOR: 1,
};
const importanceShares = { LOW: 22, MEDIUM: 48, HIGH: 24, CRITICAL: 6 };
const outcomesOf: Record<CaseType, Outcome[]> = {
  COMPLAINT: ['SOLVED', 'SOLVED', 'SOLVED', 'PARTLY_SOLVED', 'EXPLAINED'],
  INQUIRY: ['EXPLAINED'],
  COMPLIMENT: ['ACCEPTED'],
  REPORT: ['SOLVED', 'PARTLY_SOLVED', 'EXPLAINED'],
  SUGGESTION: ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'],
};

/**
 * A believable past: `count` cases over the `days` before `now`, more of them recently and in working hours,
 * each entity with a habit of its own of answering early or late. The same `seed` gives the same past.
 */
export function demoHistory(
  stories: Story[],
  place: Place,
  options: { now: Date; days: number; count: number; seed?: number },
): DemoRecord[] {
  const random = randomFrom(options.seed ?? 2026);
  const sectorOf = new Map(place.entities.map((entity) => [entity.code, entity.sector]));
  const pillarOf = new Map(place.categories.map((category) => [category.code, category.pillar]));
  const records: DemoRecord[] = [];

  for (let index = 0; index < options.count; index += 1) {
    const entity = pickEntity(place, stories, index, random);
    const sector = sectorOf.get(entity);
    const ofEntity = stories.filter((story) => story.entity === entity);
    const ofSector = stories.filter((story) => sectorOf.get(story.entity) === sector);
    const story = choose(ofEntity.length > 0 ? ofEntity : ofSector, random);
    const age = options.days * day * random() ** 1.3;
    const submitted = inWakingHours(new Date(options.now.getTime() - age), random);
    if (submitted > options.now) continue;
    const unclaimed = age < 1.2 * day && index % 16 === 7;
    records.push({
      ...told(story, random),
      ...lived(
        story.type,
        habitOf(entity),
        submitted,
        options.now,
        pillarOf.get(story.category) ?? null,
        random,
      ),
      source: 'DEMO',
      sourceId: `demo-${index}`,
      ...(unclaimed ? unclaimedYet : { entityCode: entity }),
      submittedAt: submitted.toISOString(),
    });
  }
  return records;
}

function told(story: Story, random: () => number) {
  const language = random() < 0.88 ? ('AR' as const) : ('EN' as const);
  const [subject, text] = language === 'AR' ? story.ar : story.en;
  return {
    type: story.type,
    subject,
    text,
    categoryCode: story.category,
    governorateCode: weighted(governorates, random),
    channel: weighted(channelShares, random),
    applicantKind: weighted(kindShares, random),
    language,
  };
}

/** The later dates of a case, as far as `now` has come. */
function lived(
  type: CaseType,
  habit: number,
  submitted: Date,
  now: Date,
  pillar: Pillar | null,
  random: () => number,
) {
  const importance = weighted(importanceShares, random) as Importance;
  const usual = { LOW: 9, MEDIUM: 5, HIGH: 2.4, CRITICAL: 0.9 }[importance] * day;
  const isForgotten = random() < 0.035;
  const acknowledged = new Date(submitted.getTime() + (0.5 + random() * 7) * hour);
  const started = new Date(acknowledged.getTime() + (0.5 + random() * 6) * hour);
  const published = new Date(
    Math.max(
      started.getTime() + hour,
      submitted.getTime() + usual * habit * (isForgotten ? 4 : 0.35 + random()),
    ),
  );
  const closed = new Date(published.getTime() + (0.2 + random() * 6) * day);
  const happened = (at: Date) => (at <= now ? at.toISOString() : null);
  const isPublished = published <= now;
  const isRated = isPublished && closed <= now && random() < 0.46;
  const outcome = isPublished ? choose(outcomesOf[type], random) : null;
  return {
    importance: acknowledged <= now ? importance : null,
    pillar: acknowledged <= now ? pillar : null,
    acknowledgedAt: happened(acknowledged),
    startedAt: happened(started),
    publishedAt: happened(published),
    closedAt: happened(closed),
    outcome,
    answer: outcome && answers[outcome],
    rating: isRated ? rated(closed, habit, random) : null,
  };
}

/** Filed by somebody who did not know who is responsible, and not looked at yet. */
const unclaimedYet = {
  entityCode: null,
  importance: null,
  pillar: null,
  acknowledgedAt: null,
  startedAt: null,
  publishedAt: null,
  closedAt: null,
  outcome: null,
  answer: null,
  rating: null,
};

const answers: Record<Outcome, string> = {
  SOLVED:
    'تحية طيبة، عاين فريقنا الموقع وأُنجز العمل المطلوب، ونتابعه خلال الأسبوع القادم للتأكد من عدم تكراره.',
  PARTLY_SOLVED:
    'تحية طيبة، أُنجز الجزء الأول من المعالجة، والجزء الباقي مجدول ضمن خطة الشهر الحالي وسنوافيكم بموعده.',
  EXPLAINED:
    'تحية طيبة، نوضح لكم الإجراء والوثائق المطلوبة ومواعيد الاستقبال كما وردت في دليل الخدمة المحدّث.',
  ACCEPTED: 'تحية طيبة، شكرًا لكم. وصلت رسالتكم إلى القسم المعني واعتُمد مضمونها.',
  PARTLY_ACCEPTED:
    'تحية طيبة، اعتُمد جزء من اقتراحكم ويُدرس الجزء الآخر مع الجهات الشريكة، والأسباب مبيّنة أدناه.',
  NOT_ACCEPTED:
    'تحية طيبة، دُرس اقتراحكم ولم يُعتمد لأن التشريع النافذ لا يسمح به في الوقت الحالي، ونشكر حرصكم.',
  OUT_OF_REMIT: 'تحية طيبة، الموضوع خارج اختصاص الجهات الحكومية المشمولة بالمنصة.',
};

function rated(at: Date, habit: number, random: () => number) {
  const score = Math.max(1, Math.min(5, Math.round(5.9 - habit * 1.1 - random() * 1.9)));
  const verdict: Solved = score >= 4 ? 'YES' : score === 3 ? 'PARTLY' : 'NO';
  return { score, solved: verdict, comment: null, at: at.toISOString() };
}

/** Entities that people write about most come most; every other entity is heard of too. */
function pickEntity(place: Place, stories: Story[], index: number, random: () => number): string {
  if (index < place.entities.length * 4) return place.entities[index % place.entities.length]?.code ?? '';
  return choose(stories, random).entity;
}

/** How an entity uses its time: below 1 early, above 1 often late. Fixed by its code. */
function habitOf(entity: string): number {
  let sum = 0;
  for (const character of entity) sum = (sum * 31 + character.charCodeAt(0)) % 997;
  return 0.45 + (sum / 997) ** 2 * 0.85;
}

/** Moves a moment into 07:00–23:00 in Amman where most people write. */
function inWakingHours(moment: Date, random: () => number): Date {
  return new Date(instantAt(dayOf(moment.getTime()), (7 + random() * 16) * 60));
}
