/** The small scripts of plain pages, by the name under which pages ask for them. */
export const islands: Readonly<Record<string, string>> = {
  draft: 'features/submit/draft.island.ts',
  place: 'features/submit/place/place.island.ts',
  print: 'ui/print.island.ts',
  upload: 'features/attachments/upload/upload.island.ts',
  live: 'features/live/live.island.ts',
  session: 'session/session.island.ts',
};
