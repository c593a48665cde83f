import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { EntitySelect } from './desk/forms/entity-select.island.tsx';
import type { SectorChoice } from './desk/read/read-desk.ts';

interface EntityChoiceProps {
  action: string;
  sectors: readonly SectorChoice[];
}

/** The first step for a case that came without an entity: which one is responsible. A plain form. */
export function EntityChoice({ action, sectors }: EntityChoiceProps) {
  const t = useTranslations('staff.form');
  return (
    <section className="editor" id="classify" aria-labelledby="classify-title">
      <h2 className="editor__title" id="classify-title">
        <Icon name="building" />
        {t('entity')}
      </h2>
      <form action={action} className="editor__body">
        <label className="label small" htmlFor="choose-entity">
          {t('entityHint')}
        </label>
        <EntitySelect attributes={{ id: 'choose-entity', name: 'entity' }} sectors={sectors} required />
        <p className="actions">
          <button className="btn btn--primary" type="submit">
            {t('entityChoose')}
            <Icon name="next" />
          </button>
        </p>
      </form>
    </section>
  );
}
