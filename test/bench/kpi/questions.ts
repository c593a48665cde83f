/** What the dashboards ask: the tiles, tables, maps and series of the public, of ministers and of the wall. */
const day = 86_400_000;
const date = (from: Date, days: number): string =>
  new Date(from.getTime() + days * day).toISOString().slice(0, 10);

export interface BenchQuestion {
  what: string;
  query: string;
  variables?: Record<string, unknown>;
}

/** The questions as they would be asked today. */
export function dashboardQuestions(today: Date): BenchQuestion[] {
  const window = (from: number, to = 1) =>
    `window: { from: "${date(today, from)}", to: "${date(today, to)}" }`;
  const month = window(-29);
  const supervised = 'filter: { entity: ["E10", "E11", "E12", "E13", "E14", "E15"] }';
  const tiles = 'all { name value numerator denominator n previous target suppressed asOf formula }';
  const row = 'keys labels kpis { value n suppressed }';
  const compared = 'keys labels kpis { value n previous suppressed }';
  const delayed = '[DELAYED, RECEIVED]';
  return [
    { what: 'all tiles, 30 days', query: `{ kpis(${month}) { ${tiles} } }` },
    { what: 'all tiles, 365 days', query: `{ kpis(${window(-364)}) { ${tiles} } }` },
    {
      what: 'a minister’s tiles (6 entities), 30 days',
      query: `{ kpis(${month}, ${supervised}) { ${tiles} } }`,
    },
    {
      what: 'the wall: overdue now, delayed, received today',
      query: `{ kpis(${window(0)}) { now: kpi(name: OVERDUE_NOW) { value n } late: kpi(name: DELAYED) { value } in: kpi(name: RECEIVED) { value } } }`,
    },
    {
      what: 'map by governorate, 30 days',
      query: `{ kpiTable(${month}, by: [GOVERNORATE], names: ${delayed}) { ${compared} } }`,
    },
    {
      what: 'map by governorate of one sector, 30 days',
      query: `{ kpiTable(${month}, by: [GOVERNORATE], names: ${delayed}, filter: { sector: ["S3"] }) { ${row} } }`,
    },
    {
      what: 'table of all entities, five figures with median, 30 days',
      query: `{ kpiTable(${month}, by: [ENTITY], names: [RECEIVED, DELAYED, SATISFACTION, OVERDUE_NOW, MEDIAN_TIME_TO_RESOLVE]) { ${row} } }`,
    },
    {
      what: 'table of sectors against the month before',
      query: `{ kpiTable(${month}, by: [SECTOR], names: ${delayed}) { ${compared} } }`,
    },
    {
      what: 'importance × pillar, 30 days',
      query: `{ kpiTable(${month}, by: [IMPORTANCE, PILLAR], names: [RECEIVED, DELAYED]) { ${row} } }`,
    },
    {
      what: 'types of one entity, 30 days',
      query: `{ kpiTable(${month}, by: [TYPE], names: ${delayed}, filter: { entity: ["E10"] }) { ${row} } }`,
    },
    {
      what: 'series by day, 30 days',
      query: `{ kpiTable(${month}, by: [DAY], names: [RECEIVED, CLOSED_FLOW]) { ${row} } }`,
    },
    {
      what: 'series by week of one governorate, 8 weeks',
      query: `{ kpiTable(${window(-55)}, by: [WEEK], names: [RECEIVED, CLOSED_FLOW], filter: { governorate: ["G0"] }) { ${row} } }`,
    },
    {
      what: 'twelve months of a minister’s six entities',
      query: `{ kpiTable(${window(-364)}, by: [MONTH], names: [DELAYED, SATISFACTION], ${supervised}) { ${row} } }`,
    },
    {
      what: 'tiles of 20 entities, batched as the gateway asks',
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Entity { code kpis(${month}) { kpi(name: DELAYED) { value previous } } } } }`,
      variables: {
        of: Array.from({ length: 20 }, (_, index) => ({ __typename: 'Entity', code: `E${index}` })),
      },
    },
  ];
}
