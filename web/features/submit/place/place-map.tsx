import { getTranslations } from 'next-intl/server';
import { Icon } from '../../../ui/icon.tsx';
import { narrowMap } from '../../../ui/jordan-map/governorates.ts';
import { projection } from '../../../ui/jordan-map/projection.ts';

/** The country without the room for labels at its side. */
const view = { x: 98, y: 6, width: 242, height: 288 };

/**
 * A map to set the point on, for those with a script: by pointer or by arrow keys. It fills in the box of
 * coordinates, which works without it.
 */
export async function PlaceMap({
  governorates,
}: {
  governorates: readonly { code: string; name: string }[];
}) {
  const t = await getTranslations('submit.where.map');
  const nameOf = (code: string) => governorates.find((one) => one.code === code)?.name ?? code;
  const buttons = [
    { does: 'in', icon: 'plus' },
    { does: 'out', icon: 'minus' },
    { does: 'clear', icon: 'close' },
  ] as const;
  return (
    <div
      className="place"
      hidden
      data-place
      data-scale={projection.scale}
      data-x={projection.x}
      data-y={projection.y}
      data-view={Object.values(view).join(' ')}
      data-inside={t('inside', { governorate: '{governorate}' })}
      data-outside={t('outside')}
      data-unreadable={t('unreadable')}
      data-cleared={t('cleared')}
      data-searching={t('searching')}
      data-refused={t('refused')}
    >
      <h2 className="h3">{t('title')}</h2>
      <p className="hint" id="map-hint">
        {t('hint')}
      </p>
      <div className="row space-2">
        {buttons.map(({ does, icon }) => (
          <button key={does} type="button" className="btn btn--second" data-does={does}>
            <Icon name={icon} />
            {t(does)}
          </button>
        ))}
      </div>
      <svg
        className="place__map space-3"
        viewBox={Object.values(view).join(' ')}
        role="application"
        aria-label={t('label')}
        aria-describedby="map-hint map-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: as an application it is moved on by the arrow keys.
        tabIndex={0}
      >
        {narrowMap.shapes.map(({ code, path }) => (
          <path key={code} d={path} data-code={code} data-name={nameOf(code)} />
        ))}
        <circle className="place__point" r="6" cx="-99" cy="-99" />
      </svg>
      <p className="sr" id="map-keys">
        {t('keys')}
      </p>
    </div>
  );
}

/** For those with a script: where one stands, in one press; and what became of the point. */
export async function PlaceHere() {
  const t = await getTranslations('submit.where.map');
  return (
    <div className="space-4" hidden data-place-here>
      <button type="button" className="btn btn--second" data-does="here">
        <Icon name="place" />
        {t('here')}
      </button>
      <p className="small space-2 place__said" role="status" data-said />
    </div>
  );
}
