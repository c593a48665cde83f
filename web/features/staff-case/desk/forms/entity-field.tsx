import { useTranslations } from 'next-intl';
import type { PostChoice, SectorChoice } from '../read/read-desk.ts';
import { DeskFrame, useField } from './desk-fields.tsx';
import { EntitySelect } from './entity-select.island.tsx';

interface EntityFieldProps {
  name: string;
  label: string;
  sectors: readonly SectorChoice[];
  /** The entity that cannot be chosen. */
  except?: string | null;
}

/** One entity out of all, by sector. */
export function EntityField({ name, label, sectors, except }: EntityFieldProps) {
  const field = useField(name);
  return (
    <DeskFrame id={field.id} label={label} error={field.error}>
      <EntitySelect
        attributes={field.attributes}
        sectors={sectors}
        except={except}
        value={field.value}
        required
      />
    </DeskFrame>
  );
}

/** The words of a post in a list to choose from: who holds it, and where. */
export function usePostOptions(posts: readonly PostChoice[]): { value: string; label: string }[] {
  const t = useTranslations('staff.form');
  return posts.map(({ id, name, unit, holder }) => ({
    value: id,
    label: [holder ?? t('vacant'), unit ?? name].join(' – '),
  }));
}
