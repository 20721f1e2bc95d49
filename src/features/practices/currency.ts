// Whether a practice still holds: asked after a year, answered with one click, marked when nobody answers.

/** `asked`: the question is out; `unconfirmed`: nobody answered; `old`: for long, and no longer among the first. */
export const currencies = ['current', 'asked', 'unconfirmed', 'old'] as const
export type Currency = (typeof currencies)[number]

/** Days after the question until it is marked, and until it steps back behind what is confirmed. */
const markAfterDays = 30
const stepBackAfterDays = 120
const day = 86_400_000

interface Standing {
  readonly currency: Currency
  /** When it was published, changed or confirmed last. */
  readonly heldAt: Date
  readonly askedAt: Date | null
}

/** What it becomes today; the same when nothing is due. */
export function nextCurrency({ currency, heldAt, askedAt }: Standing, now: Date, askAfterDays: number): Currency {
  const since = (moment: Date): number => (now.getTime() - moment.getTime()) / day
  if (currency === 'current') return since(heldAt) >= askAfterDays ? 'asked' : 'current'
  if (askedAt === null) return 'asked'
  if (since(askedAt) >= stepBackAfterDays) return 'old'
  return since(askedAt) >= markAfterDays ? 'unconfirmed' : 'asked'
}

export const currencyFact: Readonly<Record<Currency, string | undefined>> = {
  current: undefined,
  asked: 'confirmation.requested',
  unconfirmed: 'confirmation.missed',
  old: 'confirmation.missed',
}

/** What readers should know: the question was not answered. */
export const isUnconfirmed = ({ currency }: { readonly currency: Currency }): boolean =>
  currency === 'unconfirmed' || currency === 'old'
