import type { MailWords } from '../email.ts';

export const english: MailWords = {
  frame: {
    greeting: 'Dear {name},',
    greetingWithoutName: 'Hello,',
    about: 'About',
    reference: 'Reference',
    question: 'What we would like to know',
    rate: 'How good is the answer? Choose here, then send your rating on the page that opens.',
    stars: ['very bad', 'bad', 'fair', 'good', 'excellent'],
    linkNote:
      'For some days the button opens the request without the secret code, so pass this mail on to nobody. Keep the code for later.',
    confirm:
      'This mail names neither the subject nor the person, because we do not know yet whether this address is yours. Confirm it once to get the details. If you did not send this request, do nothing.',
    confirmButton: 'Confirm that this address is mine',
    why: 'You receive this mail because this address was left with a request.',
    whyStaff: 'You receive this mail because the case has escalated to your post.',
    doNotReply: 'Nobody reads replies to this address.',
    platform: 'Bekhedmetkom – the government’s platform for the citizen’s voice',
    contactCentre: 'National contact centre, day and night:',
  },
  kinds: {
    'case-received': {
      button: 'Follow your request',
      next: 'To follow it you need the reference and the secret code that was shown when you filed it. Nobody else knows that code, and we cannot send it again.',
    },
    'case-accepted': {
      button: 'Follow your request',
      next: 'If the answer is late, you see it there at the same moment as we do.',
    },
    'case-answered': {
      button: 'Read the answer and rate it',
      next: 'If the answer is not enough, say so: the request can be opened again.',
    },
    'case-following': {
      button: 'Follow your request',
      next: 'To follow it you need the reference and the secret code that was shown when you filed it. Nobody else knows that code, and we cannot send it again.',
    },
    'question-asked': {
      button: 'Answer the question',
      next: 'We never ask for passwords or card numbers.',
    },
    'interim-given': { button: 'Read the reply', next: 'The date that was first promised stays on record.' },
    'case-rejected': { button: 'Read why', next: '' },
    'case-merged': {
      button: 'Follow your request',
      next: 'You keep your reference and your secret code.',
    },
    'case-reopened': { button: 'Follow your request', next: '' },
    'appeal-declined': { button: 'Read the decision', next: '' },
    'due-moved': { button: 'Follow your request', next: 'The page shows how the date is worked out.' },
    'case-closed': { button: 'Read the answer', next: '' },
    'followed-interim': { button: 'Read the reply', next: '' },
    'followed-answered': { button: 'Read the answer', next: '' },
    'followed-rejected': { button: 'Read why', next: '' },
    'case-escalated': { button: 'Open the case', next: 'The applicant waits for an answer that is late.' },
    'followed-withdrawn': { button: 'See your request', next: '' },
  },
};
