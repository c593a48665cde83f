import { graphql } from '../../../graphql/generated/index.ts';

export const CalendarQuery = graphql(`
  query AdministeredCalendar($from: LocalDate!, $to: LocalDate!) {
    calendar {
      version
      effectiveFrom
      publishedAt
      publishedBy { name }
      workingDays
      hoursOpen
      hoursClose
      holidays(from: "2000-01-01", to: "2079-12-31") { from to estimated nameAr: name(lang: AR) nameEn: name(lang: EN) }
      specialHours(from: "2000-01-01", to: "2079-12-31") {
        from to hoursOpen hoursClose nameAr: name(lang: AR) nameEn: name(lang: EN)
      }
      days(from: $from, to: $to) { date kind hoursOpen hoursClose name }
    }
    calendars(first: 12) {
      totalCount
      edges { node { version effectiveFrom mayShorten publishedAt publishedBy { name } } }
    }
  }
`);

export const CalendarVersionQuery = graphql(`
  query CalendarVersion { calendar { version } }
`);

export const PublishCalendarMutation = graphql(`
  mutation PublishCalendar($input: PublishCalendarInput!) {
    publishCalendar(input: $input) { calendar { version } userErrors { field message code } }
  }
`);

export const CalendarDryRunQuery = graphql(`
  query CalendarDryRun($calendar: CalendarInput!) {
    calendarDryRun(calendar: $calendar) {
      open complete moved shortened
      byDays { days cycles }
      examples { days dueAt newDueAt case { id reference entity { code name } } }
    }
  }
`);
