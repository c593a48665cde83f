import type { Messages } from '../message.ts';
import { toApplicants } from './english-applicant.ts';
import { toStaff } from './english-staff.ts';

export const english: Messages = { ...toApplicants, ...toStaff };
