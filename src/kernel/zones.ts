// The time zones that somebody here may live in.
const beyondEurope = [
  'Atlantic/Azores',
  'Atlantic/Canary',
  'Atlantic/Madeira',
  'Atlantic/Reykjavik',
  'Asia/Nicosia',
  'UTC',
]
/** Time zones of Europe, as browsers and PostgreSQL both name them. */
export const zones: readonly string[] = [
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/')),
  ...beyondEurope,
]
