import type { MailWords } from '../letter.ts';

export const english: MailWords = {
  frame: {
    greeting: 'Dear {name},',
    greetingWithoutName: 'Hello,',
    about: 'About',
    reference: 'Reference',
    why: 'You receive this mail because you left this address with your case.',
    doNotReply: 'Nobody reads replies to this address.',
    platform: 'Bekhedmetkom – the government’s platform for the citizen’s voice',
    contactCentre: 'National contact centre, day and night:',
  },
  kinds: {
    'case-received': {
      button: 'Follow your case',
      next: 'To follow it you need the reference and the follow-up code that was shown when you filed it. Nobody else knows that code, and we cannot send it again.',
    },
    'case-accepted': {
      button: 'Follow your case',
      next: 'If the answer is late, you see it there at the same moment as we do.',
    },
    'case-answered': {
      button: 'Read the answer and rate it',
      next: 'One tap is enough. If the matter is not solved, say so.',
    },
    'case-closed': { button: 'Read the answer', next: '' },
  },
};
