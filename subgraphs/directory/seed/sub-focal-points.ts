/**
 * How many sub focal points an entity has beside its main one: four where most of the public's requests go,
 * two where many do, one where the rest of the ministries and the larger bodies are. The others are so small
 * that the main focal point answers alone. 106 main and 114 sub focal points make the 220.
 */
const byNumber: Record<number, string[]> = {
  4: ['MOH', 'MIYAHUNA', 'CSPD', 'DVLD', 'GAM', 'ISTD', 'SSC', 'NAF', 'MOE', 'DLS'],
  2: [
    ...['MOL', 'MOHE', 'MOSD', 'MWI', 'MOLA', 'GIM', 'ZM', 'MPWH', 'MOI', 'PSD'],
    ...['MOJ', 'CUSTOMS', 'MIT', 'YWC', 'EMRC', 'LTRC', 'RMS', 'MODEE', 'TRC', 'JFDA'],
  ],
  1: [
    ...['PM', 'MOPPA', 'MOPIC', 'MFA', 'MOF', 'MOIN', 'MOA', 'MOENV', 'MEMR', 'MOT', 'MOGC', 'MOCUL', 'MOY'],
    ...['MOTA', 'AWQAF', 'WAJ', 'JVA', 'AWC', 'NEPCO', 'CCD', 'JSMO', 'CSCC', 'ASEZA', 'HUDC', 'SPAC', 'UJ'],
    ...['YU', 'JUST', 'BAU', 'KAUH', 'JUH', 'SJD', 'JPOST', 'HCD'],
  ],
};

const numbers = new Map(
  Object.entries(byNumber).flatMap(([number, codes]) => codes.map((code) => [code, Number(number)] as const)),
);

export function subFocalPointsOf(entity: string): number {
  return numbers.get(entity) ?? 0;
}
