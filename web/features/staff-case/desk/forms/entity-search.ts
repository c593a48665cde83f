/** Which entities of a list fit what somebody types: a part of each word of the name, however it is spelled, or the code. */
import { foldText } from '@bekhedmetkom/text/arabic';
import type { SectorChoice } from '../read/read-desk.ts';

interface Found {
  /** Sectors with the entities that fit, and the one that is kept. */
  found: SectorChoice[];
  /** How many fit. */
  count: number;
  /** The code of the one that fits, when it is the only one. */
  only: string | null;
}

/** The entities that fit; all of them when nothing is typed. `keep` stays in the list, whether it fits or not. */
export function choicesLike(
  sectors: readonly SectorChoice[],
  typed: string,
  { except, keep }: { except: string | null; keep: string },
): Found {
  const words = foldText(typed).split(' ');
  const fits = ({ code, name }: SectorChoice['entities'][number]): boolean => {
    const text = `${foldText(name)} ${foldText(code)}`;
    return code !== except && words.every((word) => text.includes(word));
  };
  const fitting = sectors.flatMap(({ entities }) => entities.filter(fits));
  const codes = new Set(fitting.map(({ code }) => code));
  if (keep !== '' && keep !== except) codes.add(keep);
  const found = sectors
    .map(({ name, entities }) => ({ name, entities: entities.filter(({ code }) => codes.has(code)) }))
    .filter(({ entities }) => entities.length > 0);
  return { found, count: fitting.length, only: fitting.length === 1 ? (fitting[0]?.code ?? null) : null };
}
