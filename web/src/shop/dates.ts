/** Dates are shown in UTC, so that the server and every browser write the same text. */
const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

export const formatDate = (iso: string): string => format.format(new Date(iso))
