import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import { Choice } from '../../ui/choice.tsx';

const sectorFragment = graphql(`
  fragment EntityChoices_Sector on Sector {
    code
    name
    entities(first: 60) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
`);

interface Props {
  sectors: readonly FragmentType<typeof sectorFragment>[];
  chosen: string | null;
}

/** All entities, folded away sector by sector; opens where the chosen one is. */
export async function EntityChoices({ sectors, chosen }: Props) {
  const t = await getTranslations('submit.who');
  return (
    <div className="folds">
      <h2 className="h3">{t('browse')}</h2>
      {sectors.map((sector) => {
        const { code, name, entities } = readFragment(sectorFragment, sector);
        const nodes = entities.edges.map((edge) => edge.node);
        return (
          <details key={code} open={nodes.some((entity) => entity.code === chosen)}>
            <summary>
              {name} <span className="muted">({nodes.length})</span>
            </summary>
            {nodes.map((entity) => (
              <Choice
                key={entity.code}
                name="entity"
                value={entity.code}
                label={entity.name}
                checked={entity.code === chosen}
              />
            ))}
          </details>
        );
      })}
    </div>
  );
}
