import type { Calendar } from '@bekhedmetkom/schema/events/directory';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'calendar' })
export class CalendarRow {
  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  body: Calendar;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt: Date;

  @Column({ type: 'text', nullable: true, comment: 'Subject who published it; null for the seed' })
  publishedBy: string | null;
}
