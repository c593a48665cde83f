/**
 * The roles of the visual language that a mail uses, as hexadecimal: mail programs know neither oklch() nor
 * custom properties. The name of the token is beside each.
 */
export const colours = {
  ground: '#f8f7f2', // --bg, stone-50
  sheet: '#fefdfc', // --surface, stone-0
  joint: '#d4cfc5', // --line-strong, stone-300
  ink: '#142120', // --ink
  quietInk: '#4c493f', // --ink-2, stone-700
  brand: '#0e5c53', // --brand, pine-700
  onBrand: '#fdfcf9', // --on-brand
  deep: '#092f2d', // --surface-deep, pine-900
  onDeep: '#f5f3ed', // --on-deep
} as const;
