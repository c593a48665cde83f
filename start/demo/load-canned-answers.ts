import { StartupError } from '@bekhedmetkom/platform/errors';
import answers from './canned-answers.json' with { type: 'json' };

type Ask = <T>(username: string, query: string, variables?: object) => Promise<T>;

const keeper = 'room.1';

/** Writes the canned answers of the demonstration; what has a name that is there already stays. */
export async function loadCannedAnswers(ask: Ask): Promise<void> {
  for (const { entity, names, body, type, outcome } of answers) {
    const { cannedAnswers } = await ask<{ cannedAnswers: { names: { en: string } }[] }>(
      keeper,
      'query ($entity: String) { cannedAnswers(entity: $entity) { names { en } } }',
      { entity },
    );
    if (cannedAnswers.some((one) => one.names.en === names.en)) continue;
    const { saveCannedAnswer } = await ask<{ saveCannedAnswer: { userErrors: { message: string }[] } }>(
      keeper,
      'mutation ($input: SaveCannedAnswerInput!) { saveCannedAnswer(input: $input) { userErrors { message } } }',
      { input: { entityCode: entity, names, body, type, outcome } },
    );
    const refused = saveCannedAnswer.userErrors[0];
    if (refused)
      throw new StartupError(`A canned answer of the demonstration was refused: ${refused.message}`);
  }
}
