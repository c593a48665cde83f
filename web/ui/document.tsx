import type { ReactNode } from 'react';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/steps.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/case.css';
import './styles/course.css';
import './styles/sheets.css';
import './styles/charts.css';
import './styles/dashboards.css';
import './styles/layout.css';
import './styles/pages.css';
import './styles/live.css';
import './styles/print.css';
import './styles/forced-colors.css';
import { directionOf, type Locale } from '../i18n/locale.ts';

/** The outermost element of every page; each area's root layout chooses its density and theme. */
export function Document({
  locale,
  density,
  theme,
  children,
}: {
  locale: Locale;
  density: 'citizen' | 'staff';
  theme?: 'wall';
  children: ReactNode;
}) {
  return (
    <html lang={locale} dir={directionOf(locale)} data-density={density} data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}
