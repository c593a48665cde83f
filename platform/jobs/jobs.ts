export { addJobs, type NewJob } from './add-jobs.ts';
export { type DeadJob, dropDeadJobs, listDeadJobs, retryDeadJobs } from './dead-jobs.ts';
export { defineTask, type Handler, type JobFacts, type Task, unlimitedAttempts } from './define-task.ts';
export { runJobs, type WorkerGroup } from './run-jobs.ts';
