import type { ReactNode } from 'react';
import type { Locale } from '../i18n/locale.ts';
import { formatDate } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import { withReferences } from './with-references.tsx';
import { written } from './written.ts';

export interface TimelineItem {
  id: string;
  at: string;
  title: ReactNode;
  text: string | null;
  icon: IconName;
  tone: 'plain' | 'here' | 'paused' | 'overdue' | 'done';
}

/** What happened, newest first, each with its moment in Amman's time. */
export function Timeline({ items, locale }: { items: readonly TimelineItem[]; locale: Locale }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id} className={item.tone === 'plain' ? 'event' : `event event--${item.tone}`}>
          <span className="event__dot">
            <Icon name={item.icon} />
          </span>
          <div>
            <h3>{item.title}</h3>
            <time dateTime={item.at}>{formatDate(locale, item.at, 'moment')}</time>
            {item.text && (
              <p className="said" {...written(item.text)}>
                {withReferences(item.text)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
