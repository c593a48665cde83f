import { caseTypes, importances, pillars, programmes, roles } from '@bekhedmetkom/schema/events/vocabulary';
import { registerEnumType } from 'type-graphql';

const enumOf = <W extends string>(words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [K in W]: K };

export const PostRole = enumOf(roles);
registerEnumType(PostRole, { name: 'PostRole', description: 'What whoever holds a post is there to do.' });

export const Pillar = enumOf(pillars);
registerEnumType(Pillar, {
  name: 'Pillar',
  description: 'What a case is about, as the second level of its category.',
});

export const Programme = enumOf(programmes);
registerEnumType(Programme, { name: 'Programme', description: 'The purpose that a case is handled for.' });

export const CaseType = enumOf(caseTypes);
registerEnumType(CaseType, { name: 'CaseType', description: 'What a person files.' });

export const Importance = enumOf(importances);
registerEnumType(Importance, { name: 'Importance', description: 'How much depends on a case.' });

export const CalendarDayKind = enumOf(['WORKING', 'SHORT', 'WEEKEND', 'HOLIDAY']);
registerEnumType(CalendarDayKind, {
  name: 'CalendarDayKind',
  description: 'Worked as usual, with other hours, or not at all.',
});
