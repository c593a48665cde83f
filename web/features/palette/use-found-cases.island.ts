'use client';

import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { useEffect, useState } from 'react';
import type { PaletteCasesQuery as Found } from '../../graphql/generated/graphql.ts';
import { useStaffLive } from '../staff/live/staff-live.island.tsx';
import { PaletteCasesQuery } from './palette.query.ts';

export type FoundCase = Found['cases']['edges'][number]['node'];

/** How long a pause in typing is before the server is asked, ms. */
const pauseMs = 200;
const fewestLetters = 2;
const maxFound = 6;
const nothing: readonly FoundCase[] = [];

/** The cases that hold the typed words. What was found for other words is never shown. */
export function useFoundCases(typed: string): { cases: readonly FoundCase[]; asking: boolean } {
  const { link } = useStaffLive();
  const text = toLatinDigits(typed.trim());
  const searches = link !== null && text.length >= fewestLetters;
  const [found, setFound] = useState<{ text: string; cases: readonly FoundCase[] } | null>(null);
  useEffect(() => {
    if (!searches) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const data = await link.ask(PaletteCasesQuery, { text, first: maxFound });
      if (!gone) setFound({ text, cases: data?.cases.edges.map(({ node }) => node) ?? nothing });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [link, searches, text]);
  const isFor = searches && found?.text === text;
  return { cases: isFor ? found.cases : nothing, asking: searches && !isFor };
}
