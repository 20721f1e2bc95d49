// Every address of the feature.

export const calendarPath = '/calendar'
export const newAddressPath = '/calendar/address'
export const addressEndPath = '/calendar/address/end'
/** In the query, which no log keeps: the path of a request may stand in one. */
export const feedPath = (token: string): string => `/calendar.ics?token=${token}`
