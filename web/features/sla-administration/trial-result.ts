export interface TrialError {
  /** Of the box in the form; null: about the whole. */
  id: string | null;
  message: string;
  code?: string;
}

/** What came of trying out or publishing a calendar or a policy. */
export interface TrialResult<T> {
  status: 'idle' | 'tried' | 'invalid' | 'conflict' | 'failed' | 'published';
  errors: TrialError[];
  /** What was found out, if anything. */
  trial: T | null;
  /** The version that is in force now, when one was published. */
  version: number | null;
}

interface UserError {
  field: readonly string[] | null;
  message: string;
  code: string;
}

interface Problem {
  code: string;
  message: string;
}

const nothing = { errors: [], trial: null, version: null };
export const idle: TrialResult<never> = { status: 'idle', ...nothing };

/** What the service refused, each error led to its box; null when it refused nothing. */
export function refusedBy<T>(
  errors: readonly UserError[],
  boxOf: (field: readonly string[] | null) => string | null,
): TrialResult<T> | null {
  if (errors.length === 0) return null;
  const status = errors.some(({ code }) => code === 'CONFLICT') ? 'conflict' : 'invalid';
  const told = errors.map(({ field, message, code }) => ({ id: boxOf(field), message, code }));
  return { ...nothing, status, errors: told };
}

/** What is said when the service did not answer as it should. */
export function failedBy<T>(problem: Problem | null): TrialResult<T> {
  const tellable = problem?.code === 'BAD_USER_INPUT' || problem?.code === 'FORBIDDEN';
  if (!problem || !tellable) return { ...nothing, status: 'failed' };
  return { ...nothing, status: 'invalid', errors: [{ id: null, message: problem.message }] };
}

export function triedOut<T>(trial: T): TrialResult<T> {
  return { ...nothing, status: 'tried', trial };
}

export function publishedAs<T>(version: number): TrialResult<T> {
  return { ...nothing, status: 'published', version };
}
