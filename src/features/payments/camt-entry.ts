// One entry of a CAMT.053 statement: a movement, or a batch of several transactions that each tell who paid what for.
import type { Cents } from '#kernel/money.ts'
import { centsOf, isDay, type ReadEntry } from './bank-statement.ts'
import { type CamtNode, listIn, nodeIn, textIn, textsIn } from './camt-node.ts'

const day = /^\d{4}-\d{2}-\d{2}/
const dayIn = (node: CamtNode, name: string): string => {
  const found = (day.exec(textIn(node, name, 'Dt')) ?? day.exec(textIn(node, name, 'DtTm')))?.[0] ?? ''
  return isDay(found) ? found : ''
}

/** Banks fill in such words where they have to give something. */
const nothing = /^(?:NOT ?PROVIDED|NONREF|NOREF|N\/?A|0+|-*)$/i
const said = (text: string): string => (nothing.test(text) ? '' : text)

const isBooked = (entry: CamtNode): boolean =>
  ['', 'BOOK'].includes(textIn(entry, 'Sts', 'Cd') || textIn(entry, 'Sts', 'Prtry') || textIn(entry, 'Sts'))

interface Amount {
  readonly amount: string
  readonly currency: string
}
const amountIn = (node: CamtNode | undefined): Amount => ({ amount: textIn(node), currency: textIn(node, '@Ccy') })
/** The amount of one transaction stands in other places from version to version. */
const amountOf = (transaction: CamtNode): Amount => {
  const places = [['Amt'], ['AmtDtls', 'TxAmt', 'Amt'], ['AmtDtls', 'InstdAmt', 'Amt']]
  return amountIn(places.map((way) => nodeIn(transaction, ...way)).find((found) => textIn(found) !== ''))
}

const partyNames = (parties: CamtNode | undefined, roles: readonly string[]): string[] =>
  roles.map((role) => textIn(parties, role, 'Nm') || textIn(parties, role, 'Pty', 'Nm')).filter((name) => name !== '')

/** The other side: who pays what comes in, who gets what goes out; and for whom, where somebody else does it. */
function otherSide(transaction: CamtNode, comesIn: boolean): { name: string; iban: string } {
  const parties = nodeIn(transaction, 'RltdPties')
  const names = partyNames(parties, comesIn ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'])
  const account = nodeIn(parties, comesIn ? 'DbtrAcct' : 'CdtrAcct')
  return { name: [...new Set(names)].join(' / '), iban: textIn(account, 'Id', 'IBAN').replaceAll(' ', '') }
}

const wordsOf = (transaction: CamtNode, entry: CamtNode): string => {
  const remittance = nodeIn(transaction, 'RmtInf')
  const structured = listIn(remittance, 'Strd')
  const words = [
    ...textsIn(remittance, 'Ustrd'),
    ...structured.flatMap((one) => [...textsIn(one, 'AddtlRmtInf'), textIn(one, 'RfrdDocInf', 'Nb')]),
    said(textIn(transaction, 'Refs', 'EndToEndId')),
  ].filter((text) => text !== '')
  return (words.length > 0 ? words : [textIn(transaction, 'AddtlTxInf') || textIn(entry, 'AddtlNtryInf')]).join(' ')
}

const referenceOf = (transaction: CamtNode): string =>
  listIn(nodeIn(transaction, 'RmtInf'), 'Strd')
    .map((one) => textIn(one, 'CdtrRefInf', 'Ref'))
    .find((text) => text !== '') ?? ''

interface Movement extends Amount {
  readonly comesIn: boolean
  readonly bankReference: string
}

function entryFrom(entry: CamtNode, transaction: CamtNode, movement: Movement): ReadEntry {
  const { amount, currency, comesIn, bankReference } = movement
  const cents = currency === 'EUR' ? centsOf(amount) : null
  const bookedOn = dayIn(entry, 'BookgDt') || dayIn(entry, 'ValDt')
  return {
    bookedOn,
    valuedOn: dayIn(entry, 'ValDt') || bookedOn,
    cents: cents === null ? null : comesIn ? cents : 0 - cents,
    currency,
    amount: `${comesIn ? '' : '-'}${amount}`,
    ...otherSide(transaction, comesIn),
    text: wordsOf(transaction, entry),
    reference: referenceOf(transaction),
    bankReference,
    reversal: textIn(entry, 'RvslInd') === 'true' || textIn(entry, 'RvslInd') === '1',
  }
}

const sumOf = (amounts: readonly Amount[]): Cents | null =>
  amounts.reduce<Cents | null>((sum, { amount }) => {
    const cents = centsOf(amount)
    return sum === null || cents === null ? null : sum + cents
  }, 0)

/** Undefined where something is missing that the standard requires; empty for what is not booked yet. */
export function entriesOf(entry: CamtNode): readonly ReadEntry[] | undefined {
  const whole = amountIn(nodeIn(entry, 'Amt'))
  const direction = textIn(entry, 'CdtDbtInd')
  if (!/^\d+(?:\.\d+)?$/.test(whole.amount) || !['CRDT', 'DBIT'].includes(direction)) return undefined
  if (!isBooked(entry)) return []
  if (dayIn(entry, 'BookgDt') === '' && dayIn(entry, 'ValDt') === '') return undefined
  const comesIn = direction === 'CRDT'
  // `NtryRef` is often but a place in the statement: as a number of the movement it would meet others.
  const reference = said(textIn(entry, 'AcctSvcrRef'))
  const transactions = listIn(entry, 'NtryDtls').flatMap((details) => listIn(details, 'TxDtls'))
  const parts = transactions.map(amountOf)
  const isSplit =
    parts.length > 1 &&
    parts.every(({ currency }) => currency === whole.currency) &&
    sumOf(parts) === centsOf(whole.amount)
  // A batch whose parts are not told, or do not add up, stays one sum: a person finds out.
  if (!isSplit) return [entryFrom(entry, transactions[0] ?? '', { ...whole, comesIn, bankReference: reference })]
  return transactions.map((transaction, index) => {
    const own = said(textIn(transaction, 'Refs', 'AcctSvcrRef')) || (reference && `${reference}#${index + 1}`)
    return entryFrom(entry, transaction, { ...(parts[index] ?? whole), comesIn, bankReference: own })
  })
}
