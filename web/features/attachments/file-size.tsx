import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '../../ui/format.ts';

/** A size as people say it; at least one kilobyte. */
export function FileSize({ bytes }: { bytes: number }) {
  const t = useTranslations('attachments.size');
  const locale = useLocale().startsWith('ar') ? 'ar' : 'en';
  const large = bytes >= 1_000_000;
  const n = formatNumber(
    locale,
    large ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000)),
    large ? 1 : 0,
  );
  return t(large ? 'mb' : 'kb', { n });
}
