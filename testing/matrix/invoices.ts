// Who may do what with invoices, as the matrix holds them to it. The invoice and the run of the stage are the network's, to Graz.
import type { RoleName } from '../protection/cast.ts'

const done = ['200', '303', '422']
const offices: readonly RoleName[] = ['forum office', 'network office']
const coordinators: readonly RoleName[] = ['coordinator', 'other forum']

/** Of books that are not theirs an office finds nothing; everybody else is told that books are an office's. */
const ofNetwork = (role: RoleName, otherwise: string): string[] => {
  if (role === 'network office') return done
  return [role === 'forum office' ? '404' : otherwise]
}

const rules: readonly (readonly [RegExp, (role: RoleName) => string[]])[] = [
  [/^GET \/invoices$/, (role) => (offices.includes(role) || coordinators.includes(role) ? done : ['403'])],
  [/^GET \/invoices\/shares$/, (role) => (role === 'forum office' ? done : ['403'])],
  [/^(?:GET|POST) \/invoices\/(?:issuer$|years\/)/, (role) => (offices.includes(role) ? done : ['403'])],
  [/^(?:GET|POST) \/invoices\/runs\//, (role) => ofNetwork(role, '403')],
  // Of Kaiserslautern: its coordinator, and both offices that send it invoices.
  [
    /^(?:GET|POST) \/invoices\/billing\//,
    (role) => {
      if (offices.includes(role) || role === 'coordinator') return done
      return [role === 'other forum' ? '404' : '403']
    },
  ],
  [/^GET \/invoices\/:id/, (role) => ofNetwork(role, '404')],
  [/^POST \/invoices\/:id/, (role) => ofNetwork(role, '403')],
]

/** Undefined: not one of invoices. */
export const allowedOfInvoices = (way: string, role: RoleName): string[] | undefined =>
  rules.find(([pattern]) => pattern.test(way))?.[1](role)

/** What stands in the place of what differs from address to address. */
export const invoiceAddresses: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['', '/run', '/preview.csv', '/journal.csv', '/documents.zip'].map((end) => [
      `/invoices/years/:year${end}`,
      '2026',
    ]),
  ),
  '/invoices/billing/:slug': 'de-kaiserslautern',
}
