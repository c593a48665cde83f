const zeros = [0x0660, 0x06f0];

/** Arabic-Indic (٠–٩) and Extended Arabic-Indic, Persian (۰–۹) digits as 0–9; every other character as it is. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.findLast((zero) => code >= zero) ?? code));
  });
}
