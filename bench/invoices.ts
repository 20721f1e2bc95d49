// How long it takes to draw invoices with all three documents, and what memory it needs:
// `node_modules/.bin/node bench/invoices.ts [invoices]`, 500 in eight languages with one to fifteen lines unless said otherwise.
import { availableParallelism, loadavg } from 'node:os'
import { languages } from '#kernel/locale.ts'
import { drawInvoice } from '#platform/invoicing/invoice.ts'
import { anInvoice, line } from '../testing/invoicing/contents.ts'

const count = Number(process.argv[2] ?? 500)
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`
/** One line is what a membership fee has; a few have more. */
const linesOf = (index: number) => Array.from({ length: index % 10 === 0 ? 15 : 1 }, () => line(455_300 + index))
const contentOf = (index: number) =>
  anInvoice({
    number: `2025-${String(index + 1).padStart(5, '0')}`,
    lang: languages[index % languages.length] ?? 'de',
    lines: linesOf(index),
  })

await drawInvoice(contentOf(0))
const begun = performance.now()
const used = process.cpuUsage()
let most = 0
let bytes = 0
for (let index = 0; index < count; index += 1) {
  const { pdf } = await drawInvoice(contentOf(index))
  bytes += pdf.byteLength
  most = Math.max(most, process.memoryUsage.rss())
}
const took = (performance.now() - begun) / count
const { user, system } = process.cpuUsage(used)
const worked = (user + system) / 1000 / count

console.log(
  `${count} invoices, each ${took.toFixed(1)} ms, of which ${worked.toFixed(1)} ms of a core; ${(bytes / count / 1024).toFixed(0)} kB of PDF`,
)
console.log(
  `10,000 take ${((worked * 10_000) / 60_000).toFixed(1)} minutes of one core (${availableParallelism()} here, load ${(loadavg()[0] ?? 0).toFixed(1)})`,
)
console.log(`memory at most ${megabytes(most)}`)
