/** Callers as the gateway introduces them. */
import { anonymous, type Grant, type Viewer } from '@bekhedmetkom/platform/auth';

export function person(subject: string, ...grants: Grant[]): Viewer {
  return { kind: 'person', subject, grants, language: 'en', client: `client-${subject}` };
}

export const nobody: Viewer = { ...anonymous, language: 'en', client: 'client-1' };
export const layla = person('p-layla');
export const omar = person('p-omar');
export const mainFocalPoint = person('p-mfp', { role: 'MAIN_FOCAL_POINT', scope: 'MOH' });
export const subFocalPoint = person('p-sfp', { role: 'SUB_FOCAL_POINT', scope: 'MOH' });
export const waterFocalPoint = person('p-mfp-water', { role: 'MAIN_FOCAL_POINT', scope: 'MIYAHUNA' });
export const operationRoom = person('p-or', { role: 'OPERATION_ROOM', scope: null });
export const reviewer = person('p-qa', { role: 'QUALITY_REVIEWER', scope: null });
export const administrator = person('p-admin', { role: 'ADMINISTRATOR', scope: null });
export const agent = person('p-agent', { role: 'CONTACT_CENTRE', scope: null });
export const importer = person('p-importer', { role: 'IMPORTER', scope: null });
