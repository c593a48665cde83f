import type { MigrationInterface, QueryRunner } from 'typeorm';

// When a scan is due, and how often it was tried, is known by its job.
const up = `
select from complaint_jobs.add_jobs(array(
  select row('scan-file', json_build_object('attachment', id), null, scan_at, 32000, 'scan:' || id, null, null)
    ::complaint_jobs.job_spec
  from attachment where state = 'SCANNING'));
alter table attachment drop scan_at, drop scan_tries`;

/** Files that wait for the scanner become jobs. */
export class Jobs1796860800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(): Promise<void> {
    throw new Error('attachments are never dropped: restore a backup instead');
  }
}
