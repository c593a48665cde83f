import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { type Panel, panelFacts } from './desk/panels.ts';

/** Steps that stand beside the first one where there is room; the others wait behind a button. */
const beside = 3;

/** Only what the viewer may do now, the most pressing first. On a narrow screen all others are behind the button. */
export function CaseToolbar({ offered }: { offered: readonly Panel[] }) {
  const t = useTranslations('desk.panel');
  const more = useTranslations('inbox.toolbar');
  const [first, ...others] = offered;
  if (!first) return null;
  const fits = others.length <= beside + 1;
  return (
    <nav className="toolbar" aria-label={t('all')}>
      <Step panel={first} primary={panelFacts[first].opens} />
      {others.map((panel, index) =>
        fits || index < beside ? <Step key={panel} panel={panel} place="toolbar__wide" /> : null,
      )}
      {others.length > 0 && (
        <details className={fits ? 'toolbar__more toolbar__narrow' : 'toolbar__more'}>
          <summary className="btn btn--quiet btn--sm">
            <Icon name="more" />
            {more('more')}
          </summary>
          <div className="toolbar__rest">
            {others.map((panel, index) => (
              <Step key={panel} panel={panel} place={fits || index < beside ? 'toolbar__narrow' : ''} />
            ))}
          </div>
        </details>
      )}
    </nav>
  );
}

interface StepProps {
  panel: Panel;
  primary?: boolean;
  place?: string;
}

/** Starting needs no words: its button sends the form below by itself. */
function Step({ panel, primary = false, place = '' }: StepProps) {
  const t = useTranslations('desk.panel');
  const look = `btn btn--sm ${primary ? 'btn--primary' : 'btn--second'} ${place}`.trim();
  const { icon } = panelFacts[panel];
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
