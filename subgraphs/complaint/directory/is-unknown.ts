import { Fault } from '@bekhedmetkom/platform/errors';
import type { Directory } from './directory.ts';

/** Whether the directory has not been heard of yet; what needs it waits. */
export function isUnknown(directory: () => Directory): boolean {
  try {
    directory();
    return false;
  } catch (error) {
    if (error instanceof Fault && error.code === 'SERVICE_UNAVAILABLE') return true;
    throw error;
  }
}
