import { type ValidationError, validate } from 'class-validator';
import type { ResolverData } from 'type-graphql';
import { Fault } from '../../errors/errors.ts';
import type { RequestContext } from './context.ts';
import { sayConstraint } from './validation-messages.ts';

interface FieldProblem {
  field: string[];
  message: string;
}

/**
 * Checks an argument by the class-validator decorators of its class. Throws a Fault BAD_USER_INPUT whose
 * extensions list every bad field with its path and a sentence in the caller's language.
 */
export async function validateInput(
  value: unknown,
  _type: unknown,
  data: ResolverData<object>,
): Promise<void> {
  const inputs = (Array.isArray(value) ? value : [value]).filter(
    (input) => typeof input === 'object' && input !== null,
  );
  const errors: ValidationError[] = [];
  for (const input of inputs) {
    errors.push(...(await validate(input, { skipMissingProperties: true, forbidUnknownValues: false })));
  }
  if (errors.length === 0) return;
  const language = (data.context as Partial<RequestContext>).viewer?.language ?? 'ar';
  const problems = errors.flatMap((error) => problemsOf(error, [], language));
  const message = problems.map((problem) => problem.message).join(' ');
  throw new Fault('BAD_USER_INPUT', message, { extensions: { problems } });
}

function problemsOf(error: ValidationError, path: string[], language: 'ar' | 'en'): FieldProblem[] {
  const field = [...path, error.property];
  const own = Object.entries(error.constraints ?? {}).map(([name, text]) => ({
    field,
    message: sayConstraint(name, field.join('.'), text, language),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, field, language))];
}
