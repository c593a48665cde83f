/** One file of words for each of these in content/ar and content/en. */
export const namespaces = [
  'common',
  'case',
  'home',
  'submit',
  'track',
  'mine',
  'notifications',
  'performance',
  'about',
  'staff',
  'canned',
  'rubric',
  'wall',
] as const;
