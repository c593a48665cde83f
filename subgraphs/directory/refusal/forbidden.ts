import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';

const words = {
  ar: 'ليست لديكم صلاحية هذا الإجراء.',
  en: 'You may not do this.',
};

/** What is thrown at whoever asks for something that none of their posts allows. */
export function forbidden({ language }: Viewer): Fault {
  return new Fault('FORBIDDEN', words[language]);
}
