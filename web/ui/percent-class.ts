/**
 * A percentage as classes: style attributes are refused by the content security policy. `v` sets `--v`, `t` sets
 * `--t`, both to whole numbers from 0 to 100 (ui/styles/steps.css).
 */
export function percentClass(name: 'v' | 't', percent: number): string {
  const whole = Math.min(Math.max(Math.round(percent), 0), 100) || 0;
  return `${name}-tens-${Math.floor(whole / 10)} ${name}-ones-${whole % 10}`;
}
