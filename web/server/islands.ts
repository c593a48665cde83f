/** The small scripts of plain pages, by the name under which pages ask for them. */
export const islands: Readonly<Record<string, string>> = {
  draft: 'features/submit/draft.island.ts',
  print: 'features/submit/print.island.ts',
  'live-case': 'features/track/live-case.island.ts',
  'live-notifications': 'features/notifications/live-notifications.island.ts',
};
