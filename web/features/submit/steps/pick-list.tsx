import { Icon } from '../../../ui/icon.tsx';

interface Group {
  code: string;
  name: string;
  items: readonly { code: string; name: string }[];
}

interface Props {
  groups: readonly Group[];
  /** The address at which one is chosen: the page comes back with it marked, ready to go on. */
  hrefOf(code: string): string;
  chosen: string | null;
}

/**
 * Many answers in folds. Links and not radio buttons: those of one name are one stop of the Tab key, so that the
 * ones in an opened fold could not be reached by keyboard.
 */
export function PickList({ groups, hrefOf, chosen }: Props) {
  return groups.map(({ code, name, items }) => (
    <details key={code}>
      <summary>
        {name} <span className="muted">({items.length})</span>
      </summary>
      <ul className="links">
        {items.map((item) => (
          <li key={item.code}>
            <a href={hrefOf(item.code)} aria-current={item.code === chosen ? 'true' : undefined}>
              {item.name}
              {item.code === chosen && <Icon name="check" />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  ));
}
