// What a payment that the bank took back had left as credit is missing: which uses of credit must go first. Pure.
import type { Cents } from '#kernel/money.ts'

/** Credit that was set against an invoice which is still owed. */
export interface CreditUse {
  readonly id: number
  readonly organisationId: number
  readonly invoiceId: number
  readonly number: string
  readonly cents: Cents
  readonly settledOn: string
}
/** What a member's credit must hold for the payment to go, and what it holds. */
export interface CreditNeed {
  readonly organisationId: number
  readonly neededCents: Cents
  readonly creditCents: Cents
}
export interface FreedUse extends CreditUse {
  /** Of other money, so that it is set against the same invoice again. */
  readonly againCents: Cents
}
export interface CreditPlan {
  readonly freed: readonly FreedUse[]
  /** Above zero: the credit was paid back to the member, and no use of it can be given up for that. */
  readonly missingCents: Cents
}

function planOne({ neededCents, creditCents }: CreditNeed, uses: readonly CreditUse[]): CreditPlan {
  const freed: FreedUse[] = []
  let missing = neededCents - creditCents
  for (const use of uses) {
    if (missing <= 0) break
    missing -= use.cents
    freed.push({ ...use, againCents: Math.max(0, -missing) })
  }
  return { freed, missingCents: Math.max(0, missing) }
}

/** `uses`: the last first, since it is the last that the missing money made possible. */
export function planCredit(needs: readonly CreditNeed[], uses: readonly CreditUse[]): CreditPlan {
  const plans = needs.map((need) =>
    planOne(
      need,
      uses.filter(({ organisationId }) => organisationId === need.organisationId),
    ),
  )
  return {
    freed: plans.flatMap(({ freed }) => freed),
    missingCents: plans.reduce((sum, { missingCents }) => sum + missingCents, 0),
  }
}

/** `12:5000 14:300`: by what a form says which uses it showed. */
export const writeFreed = (freed: readonly FreedUse[]): string =>
  freed.map(({ id, cents, againCents }) => `${id}:${cents - againCents}`).join(' ')
