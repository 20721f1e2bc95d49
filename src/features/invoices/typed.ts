// What is known, as a form would have it typed.
import type { Typed } from '#kernel/outcome.ts'
import type { Billing, Issuer } from './issuer.ts'
import type { BilledOrganisation } from './store-issuer.ts'

const asTyped = (values: object): Typed =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== false)
      .map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
  )

export const typedIssuer = (issuer: Issuer | undefined): Typed =>
  issuer === undefined ? { daysToPay: '30', taxRate: '0' } : asTyped({ ...issuer, taxRate: issuer.taxRate / 100 })

/** A first time with what can be known of a city. */
export const typedBilling = (
  billing: Billing | undefined,
  { name, country }: BilledOrganisation,
  lang: string,
): Typed => asTyped(billing ?? { legalName: name, city: name, country, lang })
