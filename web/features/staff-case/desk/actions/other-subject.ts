/** In the form of a classification: none of the subjects in the list, as applicants may say too. */
export const otherSubject = 'OTHER';
