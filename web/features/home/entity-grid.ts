/** A wall of dressed stones: courses of differing heights, stones of differing widths, no joint above a joint. */
export interface GridCell {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const wallWidth = 520;
const joint = 4;
const courseHeights = [40, 46, 38, 44];

/**
 * Lays `count` stones. The same count always gives the same wall, so that server and visitors agree and
 * every entity keeps its place.
 */
export function layOutGrid(count: number): { cells: GridCell[]; height: number } {
  const courses = Math.max(1, Math.round(count / 13));
  const random = makeRandom(count);
  const cells: GridCell[] = [];
  let y = 0;
  for (let course = 0; course < courses; course += 1) {
    const from = Math.round((course * count) / courses);
    const to = Math.round(((course + 1) * count) / courses);
    const height = courseHeights[course % courseHeights.length] ?? 42;
    const weights = Array.from({ length: to - from }, () => 0.55 + random());
    const free = wallWidth - joint * (weights.length - 1);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let x = 0;
    for (const weight of weights) {
      const width = (weight / sum) * free;
      cells.push({ x: round(x), y, width: round(width), height });
      x += width + joint;
    }
    y += height + joint;
  }
  return { cells, height: y - joint };
}

/** A small linear congruential generator (Park and Miller), 0..1. */
function makeRandom(seed: number): () => number {
  let state = (seed * 7919 + 1) % 2147483647;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
