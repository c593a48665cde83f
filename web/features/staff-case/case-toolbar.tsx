import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { type Panel, panelFacts } from './desk/panel/panels.ts';

/** The step that the case waits for, and the way to the others: each stands once, below the conversation. */
export function CaseToolbar({ offered }: { offered: readonly Panel[] }) {
  const t = useTranslations('desk.panel');
  const [first, ...others] = offered;
  if (!first) return null;
  return (
    <nav className="toolbar" aria-label={t('all')}>
      <First panel={first} />
      {others.length > 0 && (
        <a className="btn btn--quiet btn--sm" href="#steps">
          <Icon name="more" />
          {t('others', { count: others.length })}
        </a>
      )}
    </nav>
  );
}

/** Starting needs no words: its button sends the form below by itself. */
function First({ panel }: { panel: Panel }) {
  const t = useTranslations('desk.panel');
  const { icon, opens } = panelFacts[panel];
  const look = `btn btn--sm ${opens ? 'btn--primary' : 'btn--second'}`;
  if (panel === 'start') {
    return (
      <button className={look} type="submit" form="form-start">
        <Icon name={icon} />
        {t('start')}
      </button>
    );
  }
  return (
    <a className={look} href={`#${panel}`}>
      <Icon name={icon} />
      {t(panel)}
    </a>
  );
}
