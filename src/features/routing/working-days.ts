// When a question has waited long enough: working days, which are not the same as days.

const day = 86_400_000

/** Easter Sunday of a year (the method of Meeus, Jones and Butcher), as milliseconds in UTC. */
function easterOf(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const number = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(number / 31) - 1, (number % 31) + 1)
}

/**
 * Nearly everywhere in Europe: New Year, Easter Monday, the first of May, Christmas. Not the holidays of single countries: the
 * moment is the same for all who are asked, and must not tell from which country the question comes.
 */
function isHoliday(moment: Date): boolean {
  const month = moment.getUTCMonth() + 1
  const date = moment.getUTCDate()
  if (['1-1', '5-1', '12-25', '12-26'].includes(`${month}-${date}`)) return true
  const midnight = Date.UTC(moment.getUTCFullYear(), month - 1, date)
  return midnight === easterOf(moment.getUTCFullYear()) + day
}

const isWorkingDay = (moment: Date): boolean => moment.getUTCDay() % 6 !== 0 && !isHoliday(moment)

/** The same time of day, so many working days later. What begins on a Saturday begins on the Monday. */
export function afterWorkingDays(from: Date, count: number): Date {
  let moment = from
  for (let left = count; left > 0; ) {
    moment = new Date(moment.getTime() + day)
    if (isWorkingDay(moment)) left -= 1
  }
  return moment
}
