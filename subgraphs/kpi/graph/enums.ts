import {
  applicantKinds,
  caseTypes,
  channels,
  importances,
  pillars,
  programmes,
} from '@bekhedmetkom/schema/events/vocabulary';
import { registerEnumType } from 'type-graphql';
import { dimensions } from '../dimension/dimension.ts';
import { formulas, kpiNames, kpiUnits } from '../figure/figure.ts';
import { formulaInGeneral, labels } from '../figure/words.ts';

const enumOf = <W extends string>(words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as { [K in W]: K };

export const CaseTypeEnum = enumOf(caseTypes);
registerEnumType(CaseTypeEnum, { name: 'CaseType', description: 'What a person files.' });

export const PillarEnum = enumOf(pillars);
registerEnumType(PillarEnum, {
  name: 'Pillar',
  description: 'What a case is about, as the second level of its category.',
});

export const ImportanceEnum = enumOf(importances);
registerEnumType(ImportanceEnum, { name: 'Importance', description: 'How much depends on a case.' });

export const ChannelEnum = enumOf(channels);
registerEnumType(ChannelEnum, { name: 'Channel', description: 'The way a case came in.' });

export const ApplicantKindEnum = enumOf(applicantKinds);
registerEnumType(ApplicantKindEnum, {
  name: 'ApplicantKind',
  description: 'Who applies. Never changes how a case is treated.',
});

export const ProgrammeEnum = enumOf(programmes);
registerEnumType(ProgrammeEnum, {
  name: 'Programme',
  description: 'The purpose that a case is handled for.',
});

export const KpiNameEnum = enumOf(kpiNames);
registerEnumType(KpiNameEnum, {
  name: 'KpiName',
  description:
    'A figure. All count cycles (rounds of a case from submission or reopening to the published answer); cases that are duplicates or were withdrawn are left out. The period is the window, in Asia/Amman.',
  valuesConfig: Object.fromEntries(
    kpiNames.map((name) => [
      name,
      { description: `${labels[name].en} (${formulas[name].unit}). ${formulaInGeneral(name)}.` },
    ]),
  ),
});

export const KpiUnitEnum = enumOf(kpiUnits);
registerEnumType(KpiUnitEnum, {
  name: 'KpiUnit',
  description: 'What a value is.',
  valuesConfig: {
    COUNT: { description: 'A number of cycles.' },
    RATIO: {
      description: 'A share: 0 to 1, or above where the cycles over the line are not among those below.',
    },
    WORKING_MINUTES: { description: 'Minutes within working hours.' },
  },
});

export const KpiDimensionEnum = enumOf(dimensions);
registerEnumType(KpiDimensionEnum, {
  name: 'KpiDimension',
  description: 'What figures can be broken down by.',
  valuesConfig: {
    SECTOR: { description: 'The sector that the entity belongs to today.' },
    ENTITY: { description: 'The entity responsible, as the cycle’s last event has it.' },
    DAY: { description: 'Calendar day in Asia/Amman; key YYYY-MM-DD.' },
    WEEK: { description: 'Sunday to Saturday in Asia/Amman; the key is the Sunday, YYYY-MM-DD.' },
    MONTH: { description: 'Calendar month in Asia/Amman; key YYYY-MM.' },
  },
});
