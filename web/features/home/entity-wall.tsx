import { getTranslations } from 'next-intl/server';
import { layWall, toneOf, wallWidth } from './ashlar.ts';

export interface EntityOnTime {
  code: string;
  /** 0..1; null when nothing was due, or too little to show. */
  onTime: number | null;
}

const swatches = [
  ['tone1', 'swatch--1'],
  ['tone2', 'swatch--2'],
  ['tone3', 'swatch--3'],
  ['tone4', 'swatch--4'],
] as const;

/** One stone for each entity, toned by how many answers came on time; those of your requests are copper. */
export async function EntityWall({
  entities,
  yours,
}: {
  entities: readonly EntityOnTime[];
  yours: ReadonlySet<string>;
}) {
  const t = await getTranslations('home');
  const { stones, height } = layWall(entities.length);
  const tones = entities.map((entity) => toneOf(entity.onTime));
  const counted = (tone: number) => tones.filter((one) => one === tone).length;
  const label = t('wallLabel', { count: entities.length, top: counted(4), low: counted(1) });
  const mine = entities.some((entity) => yours.has(entity.code));
  return (
    <figure>
      <svg className="ashlar" viewBox={`0 0 ${wallWidth} ${height}`} role="img" aria-label={label}>
        {stones.map((stone, index) => (
          <rect
            key={entities[index]?.code}
            className={yours.has(entities[index]?.code ?? '') ? 'you' : `a${tones[index]}`}
            rx="1.5"
            {...stone}
          />
        ))}
      </svg>
      <figcaption className="space-3">
        <p className="small">
          <strong>{t('wallTitle', { count: entities.length })}</strong> {t('wallHint')}
        </p>
        <ul className="swatches space-2">
          {swatches.map(([name, look]) => (
            <li key={name}>
              <i className={look} />
              {t(name)}
            </li>
          ))}
          {counted(0) > 0 && (
            <li>
              <i className="swatch--0" />
              {t('tone0')}
            </li>
          )}
          {mine && (
            <li>
              <i className="swatch--you" />
              {t('toneYou')}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}
