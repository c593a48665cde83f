/** A plain sentence for the person who started the program: main prints it, without a stack, and exits 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
