import type { Programme, Role } from '@bekhedmetkom/schema/events/vocabulary';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Post } from './post.ts';

@Entity({ name: 'post' })
export class PostRow implements Post {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'text', nullable: true })
  entity: string | null;

  @Column({ type: 'text', nullable: true })
  superior: string | null;

  @Column({ type: 'boolean' })
  vacant: boolean;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'text', nullable: true })
  programme: Programme | null;
}

@Entity({ name: 'entity_name' })
export class EntityNameRow {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  ar: string;

  @Column({ type: 'text' })
  en: string;
}
