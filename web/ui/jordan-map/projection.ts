/** How the narrow drawing of the country was made: Mercator, `longitude · scale + x`, `y - north · scale`. */
export const projection = { scale: 53.43, x: -1763.35, y: 1912.58 } as const;
