/** Prints what is being done and how long it took, a line a step, so that nobody waits before a silent screen. */
export async function step<T>(
  what: string,
  work: (detail: (text: string) => void) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const interactive = process.stdout.isTTY;
  const show = (text: string) => {
    if (interactive) process.stdout.write(`\r\u001b[2K  … ${what}${text ? ` — ${text}` : ''}`);
  };
  if (interactive) show('');
  else process.stdout.write(`  … ${what}\n`);
  const result = await work(show);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${interactive ? '\r\u001b[2K' : ''}  ✓ ${what} (${seconds} s)\n`);
  return result;
}
