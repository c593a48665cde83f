import type { Messages } from '../message.ts';
import { toApplicants } from './arabic-applicant.ts';
import { toStaff } from './arabic-staff.ts';

export const arabic: Messages = { ...toApplicants, ...toStaff };
