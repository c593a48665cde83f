import type { SlaPolicyText } from '@bekhedmetkom/schema/events/directory';
import type { Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'sla_policy' })
export class SlaPolicyRow {
  @PrimaryColumn({ type: 'text' })
  programme: Programme;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  body: SlaPolicyText;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  publishedAt: Date;

  @Column({ type: 'text', nullable: true, comment: 'Subject who published it; null for the seed' })
  publishedBy: string | null;
}
