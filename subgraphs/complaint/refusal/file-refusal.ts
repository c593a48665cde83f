/** Why a file is not taken; the codes of `refusal/attachment-words.ts`. */
export interface FileRefusal {
  refused:
    | 'UPLOAD_TOO_LARGE'
    | 'PICTURE_TOO_LARGE'
    | 'FILE_TYPE_REJECTED'
    | 'FILE_DAMAGED'
    | 'FILE_INFECTED'
    | 'FILE_EMPTY'
    | 'UPLOAD_INCOMPLETE'
    | 'UPLOAD_NOT_FOUND'
    | 'TOO_MANY_FILES'
    | 'FILES_TOO_LARGE'
    | 'TOO_MANY_UPLOADS'
    | 'CASE_TAKES_NO_FILES';
  field?: readonly string[];
  facts?: Record<string, string | number>;
}
