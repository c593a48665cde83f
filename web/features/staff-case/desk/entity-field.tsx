import { useTranslations } from 'next-intl';
import { DeskFrame, useField } from './desk-fields.tsx';
import type { PostChoice, SectorChoice } from './read-desk.ts';

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

interface EntitySelectProps {
  attributes: { id: string; name: string };
  sectors: readonly SectorChoice[];
  except?: string | null | undefined;
  value?: string;
  required: boolean;
}

/** The list of entities itself, for forms of the desk and for plain ones. */
export function EntitySelect({ attributes, sectors, except, value = '', required }: EntitySelectProps) {
  const t = useTranslations('staff.form');
  return (
    <select className="select" required={required} defaultValue={value} {...attributes}>
      <option value="">{t('choose')}</option>
      {sectors.map((sector) => (
        <optgroup key={sector.name} label={sector.name}>
          {sector.entities
            .filter(({ code }) => code !== except)
            .map((entity) => (
              <option key={entity.code} value={entity.code}>
                {entity.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
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
