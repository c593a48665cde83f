import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  icon?: IconName;
  id?: string;
  checked?: boolean;
}

/** One of several answers: the whole row is the target. */
export function Choice({ name, value, label, hint, icon, id, checked = false }: Props) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} id={id} defaultChecked={checked} />
      <span>
        <b>
          {icon && <Icon name={icon} />}
          {label}
        </b>
        {hint && <span>{hint}</span>}
      </span>
    </label>
  );
}
