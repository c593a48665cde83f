/** The box of the editor that a refused field of the graph belongs to: `criteria.2.names.ar` is `rubric-2-ar`. */
export function boxOf(field: readonly string[] | null): string | null {
  if (field?.[0] === 'samplePercent') return 'rubric-sample';
  const [list, place, ...path] = field ?? [];
  const name = path.at(-1);
  if (list !== 'criteria' || place === undefined || name === undefined) return null;
  return `rubric-${place}-${name === 'key' ? 'en' : name}`;
}
